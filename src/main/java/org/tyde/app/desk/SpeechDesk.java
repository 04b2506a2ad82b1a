package org.tyde.app.desk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.app.house.ChildCommands;
import org.tyde.app.house.House;
import org.tyde.app.house.SpeechFolder;
import org.tyde.dictation.Dictation;
import org.tyde.dictation.DictationState;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.settings.SpeechSettings;
import org.tyde.settings.TydeHome;
import org.tyde.speech.AudioSource;
import org.tyde.speech.Microphone;
import org.tyde.speech.PushedMicrophone;
import org.tyde.speech.Recognizer;
import org.tyde.speech.RecognizerClient;
import org.tyde.speech.Replay;
import org.tyde.speech.SpeechModel;
import org.tyde.store.DraftSound;
import org.tyde.store.Drafts;
import org.tyde.ui.reporting.Voice;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Speech at this desk, wired: the chosen microphone, its line between presses, the sound that is kept, and
/// its playing.
final class SpeechDesk implements Voice, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpeechDesk.class);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final JobRunner runner;
    private final Supplier<Settings> settings;
    private final Drafts drafts;
    private final Job<DraftSound> sound;
    private final KeptSound kept;
    private final Consumer<Refusal> trouble;
    private final AutoCloseable clock;
    private Optional<ModelChange> change = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private volatile Optional<RecognizerClient> recognizer = Optional.empty();
    private volatile Optional<Replay> replay = Optional.empty();
    private PushedMicrophone microphone = new PushedMicrophone(Microphone.ofSystem());
    private boolean listening;

    /// @param house whose drafts and key store
    /// @param settings as they are now
    /// @param trouble told what does not work
    SpeechDesk(House house, Supplier<Settings> settings, Consumer<Refusal> trouble) {
        this.runner = house.runner();
        this.settings = settings;
        this.drafts = house.work().drafts();
        this.trouble = trouble;
        var folder = house.home().data().resolve("sound");
        boolean demo = house.isDemo();
        sound =
                runner.waiting(
                        "the key of the sound",
                        _ ->
                                new DraftSound(
                                        folder,
                                        demo
                                                ? SoundKey.ofThisRun()
                                                : SoundKey.of(house.secrets())));
        kept = new KeptSound(sound, runner, () -> speech().soundDays().isPresent(), trouble);
        clock =
                runner.every(
                        SWEEP,
                        () -> {
                            sweep();
                            revive();
                        });
    }

    private SpeechSettings speech() {
        return settings.get().speech();
    }

    /// @param home of the user, where models are installed
    /// @param first settings at the start
    /// @return speech into reports, or what says why there is none
    Dictation begin(TydeHome home, Settings first) {
        var dictation = dictation(home, first);
        chosen = SpeechFolder.chosen(first);
        change =
                Optional.of(
                        new ModelChange(
                                runner,
                                recognizer.map(Recognizer::model),
                                now -> SpeechFolder.model(home, now),
                                this::start,
                                next -> {
                                    hearWith(next);
                                    dictation.hearWith(next);
                                },
                                trouble));
        return dictation;
    }

    private Dictation dictation(TydeHome home, Settings first) {
        try {
            var client = start(SpeechFolder.model(home, first));
            hearWith(client);
            return Dictation.with(client, runner);
        } catch (Refusal none) {
            LOG.warn("no dictation: {}", none.reason().name());
            return Dictation.without(none, runner);
        }
    }

    private RecognizerClient start(SpeechModel model) {
        return RecognizerClient.start(model, kept, ChildCommands.speech(), () -> speech().spare());
    }

    private void hearWith(RecognizerClient client) {
        recognizer = Optional.of(client);
        replay = Optional.of(new Replay(kept, client, runner));
    }

    /// Another model may have been chosen.
    ///
    /// @param now settings from now on
    void choose(Settings now) {
        var wanted = SpeechFolder.chosen(now);
        if (wanted.equals(chosen)) return;
        chosen = wanted;
        change.ifPresent(c -> c.to(now));
    }

    /// @param home of the user, where models are installed
    /// @return models and microphones for the settings
    SpeechMachine machine(TydeHome home) {
        return new SpeechMachine(
                SpeechFolder.models(home), () -> change.flatMap(ModelChange::hears), runner);
    }

    /// Sound of reports that are signed and can no longer be taken back goes.
    private void sweep() {
        var _ =
                runner.waiting(
                        "sweep the sound",
                        _ -> {
                            var writing =
                                    drafts.all().stream()
                                            .map(Drafts.Draft::report)
                                            .collect(Collectors.toSet());
                            var days = Duration.ofDays(speech().soundDays().orElse(0));
                            return sound.await().sweep(writing, days, Instant.now());
                        });
    }

    /// A recogniser whose processes kept dying is started anew, a while after.
    void revive() {
        if (recognizer.filter(RecognizerClient::keptDying).isPresent())
            change.ifPresent(c -> c.again(settings.get()));
    }

    /// The line may listen between presses while a report is open that takes live speech.
    ///
    /// @param now how dictation stands
    void follow(DictationState now) {
        boolean heard = !now.trialModel() || now.liveTrial();
        boolean on = speech().lineOpen() && now.report().isPresent() && heard;
        if (on == listening) return;
        listening = on;
        var line = microphone;
        var _ =
                runner.waiting(
                        "the line of the microphone",
                        _ -> {
                            try {
                                line.stayOpen(runner, on);
                            } catch (Refusal none) {
                                trouble.accept(none);
                            }
                            return true;
                        });
    }

    @Override
    public AudioSource microphone() throws Refusal {
        var wanted = speech().microphone();
        if (wanted.equals(microphone.name())) return microphone;
        var before = microphone;
        microphone = new PushedMicrophone(Microphone.named(wanted));
        before.stayOpen(runner, false);
        listening = false;
        return microphone;
    }

    @Override
    public boolean hold() {
        return speech().key() == SpeechSettings.Key.HOLD;
    }

    @Override
    public boolean lineOpen() {
        return listening;
    }

    @Override
    public Job<Boolean> play(String report, String recording, double from, double to) {
        return replay.map(r -> r.play(report, recording, from, to)).orElse(Job.done(false));
    }

    @Override
    public Job<List<String>> alternatives(String report, String recording, double from, double to) {
        return replay.map(r -> r.alternatives(report, recording, from, to))
                .orElse(Job.done(List.of()));
    }

    @Override
    public void close() {
        change.ifPresent(ModelChange::close);
        recognizer.ifPresent(RecognizerClient::close);
        try {
            microphone.stayOpen(runner, false);
            clock.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
    }
}
