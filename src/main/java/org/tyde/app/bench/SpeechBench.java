package org.tyde.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.app.house.ChildCommands;
import org.tyde.refusal.Refusal;
import org.tyde.speech.AudioSource;
import org.tyde.speech.Recognizer;
import org.tyde.speech.RecognizerClient;
import org.tyde.speech.SoundKeeper;
import org.tyde.speech.SpareRoom;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.Transcript;
import org.tyde.speech.Utterance;
import org.tyde.speech.WavSource;
import org.tyde.speech.WordErrorRate;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// How well and how fast speech is recognised: word error rate in silence and in noise, real-time factor, how
/// long a spoken word takes to its appearance, how long the recogniser is away when its process is killed,
/// and what a kill in the middle of a sentence costs.
public final class SpeechBench {
    private static final int DEATHS = 4;
    private static final int KILLS = 6;
    private static final int SPOKEN = 8;
    private static final long SEED = 7;

    private final PrintStream out;
    private final boolean json;
    private final ObjectNode result = new ObjectMapper().createObjectNode();

    /// @param out takes a line a measurement, or one JSON object
    /// @param json whether it is the object
    public SpeechBench(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    private record Recording(Path file, String said) {
        WavSource source(WavSource.Pace pace) {
            return new WavSource(file, pace);
        }
    }

    /// @param folder recordings with their `transcripts.tsv`
    /// @param model hears them
    /// @throws IOException there are none, or the recogniser does not work
    public void run(Path folder, SpeechModel model) throws IOException {
        var all = recordings(folder);
        result.put("model", model.name()).put("recordings", all.size()).put("seed", SEED);
        try (var runner = new JobRunner(1);
                var recognizer = RecognizerClient.start(model, ChildCommands.speech())) {
            Transcript.of(recognizer, all.getFirst().source(WavSource.Pace.FASTEST), runner);
            accuracy("clean", recognizer, runner, all, r -> r.source(WavSource.Pace.FASTEST));
            accuracy("pink 10 dB", recognizer, runner, all, r -> noisy(r, Noise.PINK, 10));
            accuracy("white 15 dB", recognizer, runner, all, r -> noisy(r, Noise.WHITE, 15));
            latency(recognizer, runner, all);
            recovery("without", recognizer, () -> {});
            recoveryWithSpare(model);
            losses(recognizer, runner, all);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (json) out.println(result.toPrettyString());
    }

    private static List<Recording> recordings(Path folder) throws IOException {
        var all = new ArrayList<Recording>();
        for (var line : Files.readAllLines(folder.resolve("transcripts.tsv"))) {
            var cells = line.split("\t", -1);
            if (cells.length < 6 || cells[1].equals("kind") || cells[1].equals("unknown")) continue;
            all.add(new Recording(folder.resolve(cells[0]), cells[5]));
        }
        return all;
    }

    private static AudioSource noisy(Recording recording, Noise noise, double decibel) {
        return ChangedRecording.noisy(
                recording.source(WavSource.Pace.FASTEST), noise, decibel, SEED);
    }

    /// Makes the sound that is heard of a recording.
    private interface Heard {
        AudioSource of(Recording recording);
    }

    private void accuracy(
            String name,
            RecognizerClient recognizer,
            JobRunner runner,
            List<Recording> all,
            Heard source)
            throws Refusal {
        var errors = WordErrorRate.NONE;
        double seconds = 0;
        double wall = 0;
        double before = cpuSeconds(recognizer);
        for (var recording : all) {
            var heard = Transcript.of(recognizer, source.of(recording), runner);
            errors = errors.plus(WordErrorRate.of(recording.said(), heard.text()));
            seconds += heard.seconds();
            wall += heard.recognitionSeconds();
        }
        double cpu = cpuSeconds(recognizer) - before;
        var node = result.putObject(name.replaceAll("\\W+", "-"));
        node.put("words", errors.said()).put("errors", errors.errors());
        node.put("wordErrorRate", errors.rate()).put("seconds", seconds);
        node.put("realTimeFactor", wall / seconds).put("cpuPerSecond", cpu / seconds);
        say(
                "%s: word error rate %.2f %% (%d of %d words), real-time factor %.4f, processor"
                        + " time %.4f s a second of sound (%.0f s of sound)",
                name,
                100 * errors.rate(),
                errors.errors(),
                errors.said(),
                wall / seconds,
                cpu / seconds,
                seconds);
    }

    /// Of the speech process alone.
    private static double cpuSeconds(RecognizerClient recognizer) {
        return ProcessHandle.of(recognizer.pid().orElse(-1))
                        .flatMap(p -> p.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    private void latency(Recognizer recognizer, JobRunner runner, List<Recording> all)
            throws Refusal {
        var waits = new ArrayList<Double>();
        for (var recording : all.subList(0, Math.min(SPOKEN, all.size()))) {
            var clock = new WordClock();
            var ending = recognizer.listen(clock);
            clock.begin();
            Transcript.of(recognizer, recording.source(WavSource.Pace.SPOKEN), runner);
            ending.run();
            waits.addAll(clock.waits());
        }
        if (waits.isEmpty()) return;
        Collections.sort(waits);
        double median = waits.get(waits.size() / 2);
        double most = waits.get(waits.size() * 9 / 10);
        result.putObject("partialLatency")
                .put("medianMillis", median)
                .put("p90Millis", most)
                .put("words", waits.size());
        say(
                "from the end of a word to its appearance: median %.0f ms, 90 %% within %.0f ms (%d"
                        + " words, blocks of 20 ms)",
                median, most, waits.size());
    }

    /// Waits until the next death may come.
    private interface Waiting {
        void await() throws InterruptedException;
    }

    private void recovery(String spare, RecognizerClient recognizer, Waiting waiting)
            throws InterruptedException {
        var states = new StateQueue();
        var ending = recognizer.listen(states);
        var away = new ArrayList<Double>();
        for (int i = 0; i < DEATHS; i++) {
            waiting.await();
            states.told.clear();
            long killed = System.nanoTime();
            kill(recognizer);
            while (states.told.take() != Recognizer.State.READY) Thread.onSpinWait();
            away.add((System.nanoTime() - killed) / 1e6);
        }
        ending.run();
        Collections.sort(away);
        result.withObject("recovery")
                .putObject(spare)
                .put("bestMillis", away.getFirst())
                .put("worstMillis", away.getLast())
                .put("deaths", DEATHS);
        say(
                "hears again after kill -9, %s a spare: best %.0f ms, worst %.0f ms (%d deaths)",
                spare, away.getFirst(), away.getLast(), DEATHS);
    }

    private void recoveryWithSpare(SpeechModel model) throws InterruptedException {
        try (var recognizer =
                RecognizerClient.start(
                        model, SoundKeeper.NOTHING, ChildCommands.speech(), () -> true)) {
            if (!spareWaits(recognizer)) {
                say("no spare: it would take more than its share of this computer's memory");
                return;
            }
            var cost = SpareRoom.resident(recognizer.sparePid().orElse(-1));
            if (cost.isPresent()) {
                result.put("spareBytes", cost.getAsLong());
                say("the spare takes %d MiB", cost.getAsLong() >> 20);
            }
            recovery("with", recognizer, () -> spareWaits(recognizer));
        }
    }

    private static boolean spareWaits(RecognizerClient recognizer) throws InterruptedException {
        for (int i = 0; i < 600 && recognizer.sparePid().isEmpty(); i++) Thread.sleep(50);
        return recognizer.sparePid().isPresent();
    }

    /// Each kill in a client of its own: more than five deaths a minute and none is started again.
    private void losses(RecognizerClient other, JobRunner runner, List<Recording> all)
            throws Refusal {
        var random = new Random(SEED);
        var errors = WordErrorRate.NONE;
        for (int i = 0; i < KILLS; i++) {
            var recording = all.get(random.nextInt(all.size()));
            try (var recognizer = RecognizerClient.start(other.model(), ChildCommands.speech())) {
                var killed = new boolean[1];
                double share = random.nextDouble();
                int at = (int) (share * 2 * AudioSource.SAMPLE_RATE);
                var source =
                        new ChangedRecording(
                                recording.source(WavSource.Pace.FASTEST),
                                sound -> sound,
                                samples -> {
                                    if (killed[0] || samples < at) return;
                                    killed[0] = true;
                                    kill(recognizer);
                                });
                var heard = Transcript.of(recognizer, source, runner);
                errors = errors.plus(WordErrorRate.of(recording.said(), heard.text()));
            }
        }
        result.putObject("killedInMidSentence")
                .put("kills", KILLS)
                .put("words", errors.said())
                .put("errors", errors.errors());
        say(
                "killed in mid-sentence %d times: %d of %d words wrong or lost",
                KILLS, errors.errors(), errors.said());
    }

    private static void kill(RecognizerClient recognizer) {
        recognizer
                .pid()
                .ifPresent(p -> ProcessHandle.of(p).ifPresent(ProcessHandle::destroyForcibly));
    }

    private void say(String format, Object... arguments) {
        if (!json) out.printf(Locale.ROOT, format + "%n", arguments);
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
