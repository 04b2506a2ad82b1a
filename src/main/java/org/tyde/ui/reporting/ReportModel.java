package org.tyde.ui.reporting;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

import org.tyde.dictation.Dictation;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.PriorReport;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.Section;
import org.tyde.report.out.PageImage;
import org.tyde.speech.AudioSource;
import org.tyde.study.Study;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;
import org.tyde.ui.reporting.editor.ReportSelection;
import org.tyde.ui.reporting.flow.FlowModel;
import org.tyde.ui.reporting.flow.HistoryModel;
import org.tyde.ui.reporting.flow.LesionsModel;
import org.tyde.work.Job;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The report that is written at this desk: one at a time, bound to its own study. Used on the JavaFX
/// thread.
public final class ReportModel {
    private static final Duration REST = Duration.millis(500);

    private final ReportServices services;
    private final DictationModel dictation;
    private final Messages messages;
    private final SigningModel signing;
    private final TemplateModel templates;
    private final FlowModel flow = new FlowModel();
    private final LesionsModel lesions;
    private final HistoryModel history;
    private final TakeBackModel takeBack;
    private final StandingModel standing;
    private final PauseTransition rest = new PauseTransition(REST);
    private final ReadOnlyObjectWrapper<Optional<Report>> report =
            new ReadOnlyObjectWrapper<>(this, "report", Optional.empty());
    private final ReadOnlyObjectWrapper<SaveState> saved =
            new ReadOnlyObjectWrapper<>(this, "saved", SaveState.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Throwable>> notice =
            new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Referral>> referral =
            new ReadOnlyObjectWrapper<>(this, "referral", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PriorReport>> prior =
            new ReadOnlyObjectWrapper<>(this, "prior", Optional.empty());
    private final ReadOnlyBooleanWrapper rival = new ReadOnlyBooleanWrapper(this, "rival");
    private AutoCloseable watching = () -> {};
    private final ReportSelection selection = new ReportSelection();
    private volatile Supplier<List<String>> autotexts = List::of;
    private Runnable next = () -> {};
    private Optional<String> studyUid = Optional.empty();
    private long savedVersion;

    /// @param services drafts, signing, delivery
    /// @param dictation shared by all reports
    /// @param messages words
    /// @param demo a recording to play on one click, where there is one
    public ReportModel(
            ReportServices services,
            Dictation dictation,
            Messages messages,
            Optional<AudioSource> demo) {
        this.services = services;
        this.messages = messages;
        lesions = new LesionsModel(messages);
        history = new HistoryModel(messages);
        this.templates =
                new TemplateModel(services, messages, () -> report.get(), flow, this::tell);
        this.signing = new SigningModel(services, messages, this::signed, this::tell);
        this.standing = new StandingModel(services, report::get, this::goOn, this::tell);
        this.takeBack = new TakeBackModel(services, this::backAgain, this::tell, System::nanoTime);
        rest.setOnFinished(_ -> save());
        this.dictation = new DictationModel(dictation, demo, report::get, notice::set, this::asked);
    }

    /// @param action what "and next" does, once a report has been signed, kept or put aside
    public void onNext(Runnable action) {
        next = action;
    }

    /// A study is opened: its draft, or a new report. Until it stands the pane is blank.
    ///
    /// @param study to be described
    public void open(Study study) {
        leave();
        studyUid = Optional.of(study.uid());
        templates.open(study);
        FxThread.FX.watch(
                services.begin(study),
                begun -> {
                    if (isOpen(study)) stand(begun);
                },
                this::tell);
        standing.open(study);
        FxThread.FX.watch(
                services.referral(study),
                came -> {
                    if (isOpen(study)) refer(came);
                },
                _ -> {
                    if (isOpen(study)) refer(Referral.NONE);
                });
        FxThread.FX.watch(
                services.prior(study),
                found -> {
                    if (isOpen(study)) prior.set(found);
                },
                this::tell);
    }

    private boolean isOpen(Study study) {
        return studyUid.equals(Optional.of(study.uid()));
    }

    private void refer(Referral came) {
        referral.set(Optional.of(came));
        report.get().ifPresent(r -> refer(r, came));
    }

    private void refer(Report into, Referral came) {
        if (came.absent() || into.sealed()) return;
        try {
            into.refer(came);
        } catch (Refusal signedMeanwhile) {
            tell(signedMeanwhile);
        }
    }

    private void stand(Report begun) {
        referral.get().ifPresent(r -> refer(begun, r));
        report.set(Optional.of(begun));
        savedVersion = begun.version();
        lookForRival(begun.id());
        saved.set(SaveState.NOTHING);
        watching = begun.onChange(() -> FxThread.FX.execute(this::changed));
        dictation.open(
                begun,
                new ReportTarget(
                        begun, () -> services.save(begun.id()), selection, () -> autotexts.get()));
    }

    /// Something else is written on the study that is open.
    private void goOn(Report begun) {
        signing.cancel();
        rest.stop();
        dictation.leave();
        unwatch();
        stand(begun);
    }

    private void unwatch() {
        try {
            watching.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
        watching = () -> {};
    }

    /// The study is left: the microphone stops, the draft is saved, the pane is blank.
    public void leave() {
        signing.cancel();
        rest.stop();
        dictation.leave();
        unwatch();
        standing.leave();
        studyUid = Optional.empty();
        templates.leave();
        report.set(Optional.empty());
        referral.set(Optional.empty());
        rival.set(false);
        prior.set(Optional.empty());
        notice.set(Optional.empty());
        saved.set(SaveState.NOTHING);
    }

    private void changed() {
        var now = report.get();
        if (now.isEmpty() || now.get().version() == savedVersion) return;
        if (!now.get().content().unwritten())
            saved.set(new SaveState(SaveState.Kind.SAVING, saved.get().at()));
        rest.playFromStart();
    }

    private void save() {
        var now = report.get();
        if (now.isEmpty() || now.get().sealed()) return;
        long version = now.get().version();
        FxThread.FX.watch(
                services.save(now.get().id()),
                id -> {
                    if (!isOpen(id)) return;
                    lookForRival(id);
                    savedVersion = version;
                    boolean all = now.get().version() == version;
                    if (all)
                        saved.set(now.get().content().unwritten() ? SaveState.NOTHING : savedNow());
                },
                why -> {
                    if (saved.get().kind() != SaveState.Kind.FAILED) tell(why);
                    saved.set(new SaveState(SaveState.Kind.FAILED, saved.get().at()));
                    rest.playFromStart(); // until there is room again
                });
    }

    private void lookForRival(ReportId id) {
        FxThread.FX.watch(
                services.theirs(id),
                theirs -> {
                    if (isOpen(id)) rival.set(theirs.isPresent());
                },
                this::tell);
    }

    /// Settles whose text goes on where another window has saved the same report.
    ///
    /// @param mine whether the text on screen does
    void settle(boolean mine) {
        report.get()
                .ifPresent(
                        r ->
                                FxThread.FX.watch(
                                        services.settle(r.id(), mine),
                                        this::lookForRival,
                                        this::tell));
    }

    /// @return whether another window has saved the report that is open
    ReadOnlyBooleanProperty rivalProperty() {
        return rival.getReadOnlyProperty();
    }

    private static SaveState savedNow() {
        return new SaveState(
                SaveState.Kind.SAVED, Optional.of(LocalTime.now(ZoneId.systemDefault())));
    }

    private boolean isOpen(ReportId id) {
        return report.get().filter(r -> r.id().equals(id)).isPresent();
    }

    /// @param section where the caret goes, at its end
    public void goTo(Section section) {
        report.get().ifPresent(r -> r.place(new Caret(section, r.text().of(section).length())));
    }

    /// Puts the sentence about each prior that has been on screen into the report, and its day where a template asked.
    public void compare() {
        report.get()
                .ifPresent(
                        r ->
                                FxThread.FX.watch(
                                        services.compare(r.id()),
                                        id -> {
                                            if (isOpen(id)) templates.compared();
                                        },
                                        this::tell));
    }

    /// The first act of signing or the second; see [SigningModel].
    public void sign() {
        dictation.stop();
        report.get().ifPresent(r -> signing.act(r.id()));
    }

    /// Keeps the report as preliminary and goes on.
    public void preliminary() {
        report.get()
                .ifPresent(
                        r ->
                                FxThread.FX.watch(
                                        services.preliminary(r.id()),
                                        id -> {
                                            if (isOpen(id)) next.run();
                                        },
                                        this::tell));
    }

    /// Saves the draft and goes on.
    public void putAside() {
        report.get()
                .ifPresent(
                        r ->
                                FxThread.FX.watch(
                                        services.putAside(r.id()), this::laidAside, this::tell));
    }

    private void laidAside(ReportId id) {
        dictation.forget(id);
        if (isOpen(id)) next.run();
    }

    private void signed(ReportId id) {
        takeBack.look();
        if (isOpen(id)) next.run();
    }

    /// @param why what did not work
    void say(Throwable why) {
        tell(why);
    }

    private void backAgain(Report back) {
        if (!isOpen(back.id())) return;
        savedVersion = back.version();
        report.set(Optional.empty());
        report.set(Optional.of(back));
    }

    /// Takes back the open report, else the one signed last, while it has not left.
    public void takeBack() {
        takeBack.takeBack(report.get().map(Report::id));
    }

    private void tell(Throwable why) {
        notice.set(Optional.of(why));
    }

    private void asked(SpokenCommand command) {
        if (command == SpokenCommand.Plain.SIGN) sign();
        if (command == SpokenCommand.Plain.INSERT_NORMAL) templates.normal();
        if (command instanceof SpokenCommand.Insert(var name)) templates.insert(name);
    }

    /// @return the report that is written in
    public ReadOnlyObjectProperty<Optional<Report>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// @return whether it is on disk
    public ReadOnlyObjectProperty<SaveState> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// @return what did not work last
    public ReadOnlyObjectProperty<Optional<Throwable>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// @param document of the referral
    /// @param width px of each page
    /// @return its pages
    Job<List<PageImage>> pages(EncapsulatedPdf document, int width) {
        return services.pages(document, width);
    }

    /// @return the referral of the open study, empty while it is not known
    public ReadOnlyObjectProperty<Optional<Referral>> referralProperty() {
        return referral.getReadOnlyProperty();
    }

    /// @return the latest prior report, where there is one
    public ReadOnlyObjectProperty<Optional<PriorReport>> priorProperty() {
        return prior.getReadOnlyProperty();
    }

    /// @return the templates for it
    public TemplateModel templates() {
        return templates;
    }

    /// @return what the report takes from the open case
    public FlowModel flow() {
        return flow;
    }

    /// @return what was decided when reports were signed
    public HistoryModel history() {
        return history;
    }

    /// @return the lesions of the open case over time
    public LesionsModel lesions() {
        return lesions;
    }

    /// @return signing, in two acts
    public SigningModel signing() {
        return signing;
    }

    /// @return where the reports of the open study stand
    public StandingModel standing() {
        return standing;
    }

    /// @return what is signed and can be taken back
    public TakeBackModel takeBackModel() {
        return takeBack;
    }

    /// @param names of the autotexts that can be put in by voice; asked on any thread
    public void nameAutotexts(Supplier<List<String>> names) {
        autotexts = names;
    }

    /// @return dictation into it
    public DictationModel dictation() {
        return dictation;
    }

    /// @return what is selected in the report
    ReportSelection selection() {
        return selection;
    }

    /// @return words on screen
    public Messages messages() {
        return messages;
    }
}
