package org.tyde.speech;

import org.tyde.TestJvm;
import org.tyde.refusal.Refusal;
import org.tyde.work.ChildCommand;
import org.tyde.work.ChildLimits;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The real recogniser in its real process, and all it said.
public final class Hearing implements Recognizer.Listener, AutoCloseable {
    /// The model that Tyde ships for trying out.
    public static final Path MODEL = Path.of("samples/speech/tyde-nb-synthetic");

    private static final ChildLimits OFTEN =
            new ChildLimits(1 << 20, 64 << 20, Duration.ofSeconds(60), Duration.ofSeconds(10), 50);

    public final RecognizerClient recognizer;
    public final List<Utterance> heard = new ArrayList<>();
    public final BlockingQueue<Recognizer.State> states = new LinkedBlockingQueue<>();
    public final BlockingQueue<Refusal> refusals = new LinkedBlockingQueue<>();
    private final JobRunner runner = new JobRunner(1);

    public Hearing(RecognizerClient recognizer) {
        this.recognizer = recognizer;
        recognizer.listen(this);
    }

    /// @return a recogniser with the shipped model
    public static Hearing start() throws Refusal {
        return start(SoundKeeper.NOTHING);
    }

    /// @return the same, whose sound is kept
    public static Hearing start(SoundKeeper keeper) throws Refusal {
        return new Hearing(
                RecognizerClient.start(SpeechModel.check(MODEL), keeper, command(), OFTEN));
    }

    /// @return a recogniser with the shipped model and a spare process
    static Hearing startWithSpare() throws Refusal {
        var model = SpeechModel.check(MODEL);
        return new Hearing(
                RecognizerClient.startWithSpare(model, SoundKeeper.NOTHING, command(), OFTEN));
    }

    /// @return starts the speech process
    static ChildCommand command() {
        var options =
                List.of(
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+SuppressFatalErrorMessage",
                        "-Djna.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED");
        return TestJvm.command(options, "org.tyde.app.Main", "child", "speech");
    }

    @Override
    public synchronized void heard(Utterance utterance) {
        heard.add(utterance);
        notifyAll();
    }

    @Override
    public void became(Recognizer.State state) {
        states.add(state);
    }

    @Override
    public void failed(Refusal why) {
        refusals.add(why);
    }

    public void play(Path wav, UtteranceTag tag) throws Exception {
        recognizer.begin(tag);
        pour(wav);
        recognizer.end();
    }

    /// Gives all sound of a file to the press that is down.
    public void pour(Path wav) throws Exception {
        var over = new CountDownLatch(1);
        new WavSource(wav, WavSource.Pace.FASTEST)
                .open(
                        runner,
                        new AudioSource.Sink() {
                            @Override
                            public void samples(short[] samples, int count) {
                                recognizer.audio(samples, count);
                            }

                            @Override
                            public void ended() {
                                over.countDown();
                            }

                            @Override
                            public void broke(Refusal why) {
                                refusals.add(why);
                            }
                        });
        over.await();
    }

    /// Waits until a press is heard to its end.
    ///
    /// @return its final words
    public synchronized String finalText(int press) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (heard.stream()
                .noneMatch(u -> u.press() == press && u.state() == Utterance.State.END)) {
            if (System.nanoTime() > deadline)
                throw new IllegalStateException("heard no end: " + heard.size());
            wait(1_000);
        }
        return finals(press).stream().map(Word::text).collect(Collectors.joining(" "));
    }

    /// Waits for one more result than there were.
    public synchronized void awaitMoreThan(int results) throws InterruptedException {
        while (heard.size() <= results) wait(10_000);
    }

    public synchronized List<Word> finals(int press) {
        return heard.stream()
                .filter(u -> u.press() == press && u.state() == Utterance.State.FINAL)
                .flatMap(u -> u.words().stream())
                .toList();
    }

    @Override
    public void close() {
        recognizer.close();
        runner.close();
    }
}
