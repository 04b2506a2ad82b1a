package org.tyde.ui.reporting;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.tyde.dictation.Dictation;
import org.tyde.dictation.DictationListener;
import org.tyde.dictation.DictationState;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.SoundPlace;
import org.tyde.speech.AudioSource;
import org.tyde.speech.PushToTalk;
import org.tyde.ui.FxThread;
import org.tyde.work.Job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Dictation at this desk, as its buttons and bars see it: who is listened to, how loud, what was lost, what
/// it sounded like. Used on the JavaFX thread.
public final class DictationModel implements DictationListener {
    private final Dictation dictation;
    private final Optional<AudioSource> demo;
    private final Supplier<Optional<Report>> report;
    private final Consumer<Optional<Throwable>> notice;
    private final Consumer<SpokenCommand> asked;
    private final ReadOnlyObjectWrapper<DictationState> state;
    private final DoubleProperty level = new SimpleDoubleProperty(this, "level");
    private final ObservableList<Lost> lost = FXCollections.observableArrayList();
    private final Map<ReportId, String> patients = new HashMap<>();
    private final PushToTalk push;
    private Voice voice = Voice.PLAIN;

    /// Words that no report could take.
    ///
    /// @param patient whose report they were said to
    /// @param words as they would stand; empty when only the sound was there
    public record Lost(String patient, String words) {}

    /// @param dictation shared by all reports
    /// @param demo a recording to play on one click, where there is one
    /// @param report that is open
    /// @param notice told what did not work; empty when something is begun anew
    /// @param asked told what is asked of the open report by voice
    DictationModel(
            Dictation dictation,
            Optional<AudioSource> demo,
            Supplier<Optional<Report>> report,
            Consumer<Optional<Throwable>> notice,
            Consumer<SpokenCommand> asked) {
        this.dictation = dictation;
        this.demo = demo;
        this.report = report;
        this.notice = notice;
        this.asked = asked;
        this.state = new ReadOnlyObjectWrapper<>(this, "state", dictation.state());
        push = new PushToTalk(this::listen, dictation::stop);
        dictation.listen(this);
    }

    /// Words go to this report from now on.
    void open(Report next, ReportTarget target) {
        patients.put(next.id(), next.head().patientName().display());
        dictation.open(Optional.of(target));
    }

    /// No report is open: the microphone stops.
    void leave() {
        dictation.open(Optional.empty());
    }

    void forget(ReportId id) {
        dictation.forget(id);
    }

    void stop() {
        if (listening()) dictation.stop();
    }

    private void tell(Throwable why) {
        notice.accept(Optional.of(why));
    }

    /// @param next how this desk is spoken to from now on
    public void hearThrough(Voice next) {
        voice = next;
    }

    /// Microphone on, or off.
    public void record() {
        push.pressed(PushToTalk.Button.SCREEN, false, listening());
        push.released(PushToTalk.Button.SCREEN);
    }

    /// A key or button to speak goes down.
    ///
    /// @param button which
    public void pressed(PushToTalk.Button button) {
        push.pressed(button, voice.hold(), listening());
    }

    /// A key or button to speak is let go.
    ///
    /// @param button which
    public void released(PushToTalk.Button button) {
        push.released(button);
    }

    /// A button does what a word would.
    ///
    /// @param command for what the word stands
    public void perform(SpokenCommand.Plain command) {
        try {
            dictation.perform(command);
        } catch (Refusal refused) {
            tell(refused);
        }
    }

    /// @return whether somebody is listened to, or a recording
    public boolean listening() {
        return state.get().microphone() != DictationState.Microphone.OFF;
    }

    private void listen() {
        notice.accept(Optional.empty());
        try {
            dictation.start(voice.microphone());
        } catch (Refusal refused) {
            tell(refused);
        }
    }

    /// Plays the recording that comes with Tyde, as if it were spoken now.
    public void playDemo() {
        if (demo.isEmpty()) return;
        notice.accept(Optional.empty());
        try {
            if (listening()) dictation.stop();
            else dictation.start(demo.get());
        } catch (Refusal refused) {
            tell(refused);
        }
    }

    /// @return whether there is a recording to play
    public boolean hasDemo() {
        return demo.isPresent();
    }

    /// @param on whether the live microphone may be tried with the trial model
    public void allowLiveTrial(boolean on) {
        dictation.allowLiveTrial(on);
    }

    /// Plays what was said.
    ///
    /// @param sound of an uncertain word of the open report
    public void play(SoundPlace sound) {
        notice.accept(Optional.empty());
        report.get()
                .ifPresent(
                        r ->
                                FxThread.FX.watch(
                                        voice.play(
                                                r.id().value(),
                                                sound.recording(),
                                                sound.from(),
                                                sound.to()),
                                        _ -> {},
                                        this::tell));
    }

    /// @param sound of an uncertain word of the open report
    /// @return other wordings of it, as they were heard; fails with a sentence where its sound is gone
    public Job<List<String>> alternatives(SoundPlace sound) {
        return report.get()
                .map(
                        r ->
                                voice.alternatives(
                                        r.id().value(),
                                        sound.recording(),
                                        sound.from(),
                                        sound.to()))
                .orElse(Job.done(List.of()));
    }

    @Override
    public void became(DictationState now) {
        FxThread.FX.execute(() -> state.set(now));
    }

    @Override
    public void level(double now) {
        FxThread.FX.execute(() -> level.set(now));
    }

    @Override
    public void doubted(ReportId id, Refusal why) {
        FxThread.FX.execute(
                () -> {
                    if (report.get().filter(r -> r.id().equals(id)).isPresent()) tell(why);
                });
    }

    @Override
    public void lost(ReportId id, String words) {
        FxThread.FX.execute(() -> lost.add(new Lost(patients.getOrDefault(id, ""), words)));
    }

    @Override
    public void asked(ReportId id, SpokenCommand command) {
        FxThread.FX.execute(
                () -> {
                    if (report.get().filter(r -> r.id().equals(id)).isPresent())
                        asked.accept(command);
                });
    }

    /// @return what dictation does
    public ReadOnlyObjectProperty<DictationState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// @return loudness, 0 to 1
    public DoubleProperty levelProperty() {
        return level;
    }

    /// @return words that no report could take, to be shown until put away
    public ObservableList<Lost> lost() {
        return lost;
    }

    /// @return how this desk is spoken to
    Voice voice() {
        return voice;
    }

    /// @return who listens
    Dictation dictation() {
        return dictation;
    }
}
