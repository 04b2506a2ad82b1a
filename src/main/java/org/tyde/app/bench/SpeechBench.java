package org.tyde.app.bench;

import org.tyde.app.ChildCommands;
import org.tyde.app.SpeechFolder;
import org.tyde.refusal.Refusal;
import org.tyde.speech.Recognizer;
import org.tyde.speech.RecognizerClient;
import org.tyde.speech.Transcript;
import org.tyde.speech.Utterance;
import org.tyde.speech.WavSource;
import org.tyde.speech.Word;
import org.tyde.speech.WordErrorRate;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// How well and how fast speech is recognised: word error rate, real-time factor, how long a spoken word
/// takes to the screen, and how long the recogniser is away when its process is killed.
public final class SpeechBench {
    private static final int DEATHS = 4;
    private final PrintStream out;

    /// @param out takes a line a measurement
    public SpeechBench(PrintStream out) {
        this.out = out;
    }

    /// @param folder recordings with their `transcripts.tsv`
    /// @throws IOException there are none, or the recogniser does not work
    public void run(Path folder) throws IOException {
        var model = SpeechFolder.model();
        try (var runner = new JobRunner(1);
                var recognizer = RecognizerClient.start(model, ChildCommands.speech())) {
            accuracy(recognizer, runner, folder);
            latency(recognizer, runner);
            deaths(recognizer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void accuracy(Recognizer recognizer, JobRunner runner, Path folder) throws IOException {
        var errors = WordErrorRate.NONE;
        double seconds = 0;
        double busy = 0;
        for (var line : Files.readAllLines(folder.resolve("transcripts.tsv"))) {
            var cells = line.split("\t", -1);
            if (cells.length < 6 || cells[1].equals("kind") || cells[1].equals("unknown")) continue;
            var wav = new WavSource(folder.resolve(cells[0]), WavSource.Pace.FASTEST);
            var heard = Transcript.of(recognizer, wav, runner);
            errors = errors.plus(WordErrorRate.of(cells[5], heard.text()));
            seconds += heard.seconds();
            busy += heard.recognitionSeconds();
        }
        out.printf(
                Locale.ROOT,
                "word error rate %.2f %% (%d of %d words), real-time factor %.4f (%.0f s of"
                        + " sound)%n",
                100 * errors.rate(),
                errors.errors(),
                errors.said(),
                busy / seconds,
                seconds);
    }

    private void latency(Recognizer recognizer, JobRunner runner) throws Refusal {
        var clock = new WordClock();
        var ending = recognizer.listen(clock);
        var recording = new WavSource(SpeechFolder.demoRecording(), WavSource.Pace.SPOKEN);
        clock.begin();
        Transcript.of(recognizer, recording, runner);
        ending.run();
        var waits = clock.waits();
        Collections.sort(waits);
        if (waits.isEmpty()) return;
        out.printf(
                Locale.ROOT,
                "from the end of a word to its appearance: median %.0f ms, 90 %% within %.0f ms (%d"
                        + " words, blocks of 50 ms)%n",
                waits.get(waits.size() / 2),
                waits.get(waits.size() * 9 / 10),
                waits.size());
    }

    private void deaths(RecognizerClient recognizer) throws InterruptedException {
        var states = new StateQueue();
        recognizer.listen(states);
        var away = new ArrayList<Double>();
        for (int i = 0; i < DEATHS; i++) {
            long killed = System.nanoTime();
            recognizer
                    .pid()
                    .ifPresent(p -> ProcessHandle.of(p).ifPresent(ProcessHandle::destroyForcibly));
            while (states.told.take() != Recognizer.State.READY) Thread.onSpinWait();
            away.add((System.nanoTime() - killed) / 1e6);
        }
        Collections.sort(away);
        out.printf(
                Locale.ROOT,
                "hears again after kill -9: best %.0f ms, worst %.0f ms (%d deaths)%n",
                away.getFirst(),
                away.getLast(),
                DEATHS);
    }

    /// Notes when each word appeared first, as long as it was not corrected later.
    private static final class WordClock implements Recognizer.Listener {
        private record Seen(String text, long at) {}

        private final List<Seen> growing = new ArrayList<>();
        private final List<Double> waits = new ArrayList<>();
        private long begun;

        void begin() {
            begun = System.nanoTime();
        }

        synchronized List<Double> waits() {
            return new ArrayList<>(waits);
        }

        @Override
        public synchronized void heard(Utterance utterance) {
            var words = utterance.words();
            switch (utterance.state()) {
                case PARTIAL -> grow(words);
                case FINAL -> {
                    for (int i = 0; i < Math.min(words.size(), growing.size()); i++)
                        if (words.get(i).text().equals(growing.get(i).text()))
                            waits.add(
                                    (growing.get(i).at() - begun) / 1e6 - 1e3 * words.get(i).end());
                    growing.clear();
                }
                case END -> growing.clear();
            }
        }

        private void grow(List<Word> words) {
            for (int i = 0; i < words.size(); i++) {
                var text = words.get(i).text();
                if (i < growing.size() && growing.get(i).text().equals(text)) continue;
                while (growing.size() > i) growing.removeLast();
                growing.add(new Seen(text, System.nanoTime()));
            }
        }

        @Override
        public void became(Recognizer.State state) {}

        @Override
        public void failed(Refusal why) {}
    }

    private static final class StateQueue implements Recognizer.Listener {
        private final BlockingQueue<Recognizer.State> told = new LinkedBlockingQueue<>();

        @Override
        public void heard(Utterance utterance) {}

        @Override
        public void became(Recognizer.State state) {
            told.add(state);
        }

        @Override
        public void failed(Refusal why) {
            told.add(Recognizer.State.READY);
        }
    }
}
