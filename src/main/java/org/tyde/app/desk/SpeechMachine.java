package org.tyde.app.desk;

import org.tyde.refusal.Refusal;
import org.tyde.speech.AudioLevel;
import org.tyde.speech.AudioSource;
import org.tyde.speech.Microphone;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.SpeechModels;
import org.tyde.ui.settings.SpeechSetup;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/// The speech models and microphones of this machine, for the settings.
final class SpeechMachine implements SpeechSetup {
    private final SpeechModels models;
    private final Supplier<Optional<SpeechModel>> inUse;
    private final JobRunner runner;

    /// @param models installed
    /// @param inUse heard with now
    /// @param runner waits
    SpeechMachine(SpeechModels models, Supplier<Optional<SpeechModel>> inUse, JobRunner runner) {
        this.models = models;
        this.inUse = inUse;
        this.runner = runner;
    }

    @Override
    public Job<List<SpeechModels.Installed>> models() {
        return runner.waiting("list the speech models", _ -> models.all());
    }

    @Override
    public Job<SpeechModel> add(Path source) {
        return runner.waiting("add a speech model", job -> models.add(source, job));
    }

    @Override
    public Job<SpeechModel> test(String name) {
        return runner.waiting("try a speech model", _ -> models.test(name));
    }

    @Override
    public Job<Boolean> remove(String name) {
        return runner.waiting(
                "remove a speech model",
                _ -> {
                    models.remove(name);
                    return true;
                });
    }

    @Override
    public String inUse() {
        return inUse.get().map(SpeechModel::name).orElse("");
    }

    @Override
    public Job<List<String>> microphones() {
        return runner.waiting(
                "list the microphones",
                _ -> Microphone.list().stream().map(Microphone::name).distinct().toList());
    }

    @Override
    public Runnable listen(String microphone, DoubleConsumer level, Consumer<Refusal> trouble) {
        var ear = new Ear(level, trouble);
        var job =
                runner.waiting(
                        "try the microphone",
                        _ -> {
                            try {
                                ear.opened(Microphone.named(microphone).open(runner, ear));
                            } catch (Refusal none) {
                                trouble.accept(none);
                            }
                            return true;
                        });
        return () -> {
            job.cancel();
            ear.close();
        };
    }

    /// Hears how loud it is and nothing else.
    private static final class Ear implements AudioSource.Sink {
        private final DoubleConsumer level;
        private final Consumer<Refusal> trouble;
        private Optional<AudioSource.Capture> capture = Optional.empty();
        private boolean closed;

        Ear(DoubleConsumer level, Consumer<Refusal> trouble) {
            this.level = level;
            this.trouble = trouble;
        }

        synchronized void opened(AudioSource.Capture opened) {
            capture = Optional.of(opened);
            if (closed) opened.close();
        }

        synchronized void close() {
            closed = true;
            capture.ifPresent(AudioSource.Capture::close);
        }

        @Override
        public void samples(short[] samples, int count) {
            level.accept(AudioLevel.of(samples, count));
        }

        @Override
        public void ended() {
            level.accept(0);
        }

        @Override
        public void broke(Refusal why) {
            trouble.accept(why);
        }
    }
}
