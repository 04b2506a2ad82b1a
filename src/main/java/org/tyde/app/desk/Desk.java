package org.tyde.app.desk;

import static org.tyde.ui.FxThread.FX;

import javafx.stage.Stage;

import org.tyde.app.documents.CaseDocuments;
import org.tyde.app.forms.DeskForms;
import org.tyde.app.house.AtDesk;
import org.tyde.app.house.House;
import org.tyde.app.house.SpeechFolder;
import org.tyde.app.lesions.CaseLesions;
import org.tyde.app.lesions.PatientStudies;
import org.tyde.archive.StudySource;
import org.tyde.dicom.PersonName;
import org.tyde.dictation.Dictation;
import org.tyde.dictation.DictationState.Microphone;
import org.tyde.imaging.picture.Renderer;
import org.tyde.reading.CaseChange;
import org.tyde.reading.CaseOpening;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportStore;
import org.tyde.report.check.ReportChecker;
import org.tyde.report.flow.ChangeText;
import org.tyde.report.sign.Delivery;
import org.tyde.report.sign.Destination;
import org.tyde.report.sign.Signing;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.template.AutotextFiles;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.report.template.TemplateWatch;
import org.tyde.settings.Settings;
import org.tyde.settings.SettingsFile;
import org.tyde.settings.Signer;
import org.tyde.settings.TemplateUse;
import org.tyde.settings.TydeHome;
import org.tyde.speech.AudioSource;
import org.tyde.speech.WavSource;
import org.tyde.study.Patient;
import org.tyde.ui.Action;
import org.tyde.ui.Desktop;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.Theme;
import org.tyde.ui.documents.DocumentsModel;
import org.tyde.ui.reporting.DictationModel;
import org.tyde.ui.reporting.ReportModel;
import org.tyde.ui.reporting.TemplateStart;
import org.tyde.ui.settings.AutotextModel;
import org.tyde.ui.settings.AutotextPane;
import org.tyde.ui.settings.LearningPane;
import org.tyde.ui.settings.MeasuredNumbersPane;
import org.tyde.ui.settings.ReplacementsPane;
import org.tyde.ui.settings.ReportFormsModel;
import org.tyde.ui.settings.ReportFormsPane;
import org.tyde.ui.settings.SettingsModel;
import org.tyde.ui.settings.TemplatesModel;
import org.tyde.ui.settings.TemplatesPane;
import org.tyde.ui.shell.FootModel;
import org.tyde.ui.shell.Workstation;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.thumbnail.ThumbnailStrip;
import org.tyde.ui.viewport.tool.Tools;
import org.tyde.ui.worklist.WorklistModel;
import org.tyde.work.Priority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// One workstation, wired: the house below, the models, the windows. Made, used and closed on the JavaFX
/// thread.
public final class Desk implements AutoCloseable {
    /// Folders on servers tell of nothing.
    private static final Duration TEMPLATES_LOOK = Duration.ofSeconds(10);

    private final House house;
    private final Messages messages = new Messages();
    private final SettingsModel settings;
    private final WorklistModel worklist;
    private final ImageDesk images;
    private final FootModel foot = new FootModel();
    private final CaseAround around;
    private final ReportStore reports;
    private final Delivery delivery;
    private final SpeechDesk speech;
    private final HandControls hands;
    private final Dictation dictation;
    private final ReportModel report;
    private final Workstation workstation;
    private final TemplateLibrary templates;
    private boolean endTold;
    private Optional<TemplateWatch> templateWatch = Optional.empty();
    private final CaseKeeping cases;
    private Optional<CaseLesions> lesions = Optional.empty();

    /// @param stage of the control window, not yet shown
    /// @param home whose settings are kept
    /// @param first settings at the start
    /// @param house the rooms below
    /// @throws IOException the table of keys cannot be read
    public Desk(Stage stage, TydeHome home, Settings first, House house) throws IOException {
        this.house = house;
        var runner = house.runner();
        var file = new SettingsFile(home);
        settings =
                new SettingsModel(
                        first, file::write, house::probe, house.secrets(), runner, messages);
        templates = templates(house.home());
        var clock = Clock.system(ZoneId.systemDefault());
        worklist = new WorklistModel(house, runner, messages, clock);
        house.onReadiness(now -> FX.execute(() -> worklist.showReadiness(now)));
        worklist.foundProperty()
                .subscribe(
                        list -> {
                            // what was searched for is no list to be read
                            if (worklist.searchProperty().get().isBlank()) house.fetchAhead(list);
                        });
        var keymap = Keymap.standard();
        images =
                new ImageDesk(
                        house.frames(),
                        new Renderer(runner.pieces(Priority.VISIBLE)),
                        runner,
                        messages,
                        keymap,
                        Tools.standard());
        settings.settingsProperty().subscribe(now -> ImageSettings.apply(now, images));
        cases = new CaseKeeping(house, images, failure -> say(failure));
        around = new CaseAround(house.cache(), clock);
        reports = new ReportStore(house.work().drafts(), runner);
        delivery = new Delivery(house.cache(), house.work(), runner, this::archiveNamed, clock);
        var services = reporting(clock);
        images.keepStatesThrough(states());
        speech =
                new SpeechDesk(
                        house,
                        settings.settingsProperty()::get,
                        trouble -> FX.execute(() -> say(trouble)));
        dictation = speech.begin(home, first);
        settings.speechThrough(speech.machine(home));
        settings.settingsProperty().subscribe(speech::choose);
        report = new ReportModel(services, dictation, messages, demoRecording());
        report.history().readThrough(services::history);
        report.dictation().hearThrough(speech);
        report.dictation().stateProperty().subscribe(speech::follow);
        hands = new HandControls(report, runner);
        var side = side(services);
        var places = new KeptPlaces(home, runner);
        var demo = new DemoFilling(house, worklist, messages);
        workstation =
                new Workstation(
                        stage,
                        new Workstation.Parts(
                                messages,
                                keymap,
                                new Theme(),
                                worklist,
                                settings,
                                images,
                                ThumbnailStrip::new,
                                cases::open,
                                side,
                                foot,
                                demo::archives,
                                new HouseTraffic(house),
                                places,
                                places,
                                Desktop.ofSystem()));
        workstation.openFilesThrough(house::take);
        listenForWords(home);
        report.onNext(workstation::signedAndNext);
        showMicrophone(report.dictation());
        demo.watch(this::say);
        reports.onTrouble(trouble -> FX.execute(() -> say(trouble)));
        recover();
    }

    private void showMicrophone(DictationModel spoken) {
        spoken.stateProperty()
                .subscribe(s -> foot.microphoneOnProperty().set(s.microphone() != Microphone.OFF));
        spoken.levelProperty().subscribe(l -> foot.levelProperty().set(decibel(l.doubleValue())));
    }

    private KeptStates states() {
        return new KeptStates(
                delivery,
                new Destination(house.archive(), house.isDemo()),
                settings.settingsProperty()::get,
                reports::readsIndependently);
    }

    private ReportingServices reporting(Clock clock) {
        house.showTo(() -> AtDesk.by(settings.settingsProperty().get()));
        var checker = new ReportChecker(around);
        return new ReportingServices(
                reports,
                new Signing(
                        house.cache(),
                        reports,
                        delivery,
                        checker,
                        new DeskForms(settings.settingsProperty()::get, house.frames()),
                        clock,
                        () -> ReportingServices.terms(settings.settingsProperty().get())),
                new Destination(house.archive(), house.isDemo()),
                house.cache(),
                house.runner(),
                settings.settingsProperty()::get,
                templates);
    }

    /// @param share as [org.tyde.speech.AudioLevel#of] says
    private static double decibel(double share) {
        return share <= 0 ? -120 : 60 * (share - 1);
    }

    private TemplateLibrary templates(TydeHome home) {
        return new TemplateLibrary(
                home.machine().resolve("templates"),
                home.config().resolve("templates"),
                () -> settings.settingsProperty().get().templates().mammography());
    }

    /// What templates there are follows their files and the scales that are set.
    private void watchTemplates(TemplatesModel model) {
        Runnable again =
                () ->
                        FX.execute(
                                () -> {
                                    report.templates().refresh();
                                    model.refresh();
                                });
        templateWatch =
                Optional.of(new TemplateWatch(templates, house.runner(), TEMPLATES_LOOK, again));
        settings.settingsProperty()
                .map(s -> s.templates().mammography())
                .subscribe((_, _) -> again.run());
    }

    private void listenForWords(TydeHome home) {
        var words =
                new WordsDesk(
                        dictation,
                        home,
                        settings.settingsProperty()::get,
                        workstation::perform,
                        trouble -> FX.execute(() -> say(trouble)),
                        house.runner(),
                        messages);
        report.reportProperty().subscribe(words::open);
        var autotexts =
                new AutotextModel(
                        new AutotextFiles(
                                home.machine().resolve("autotexts.json"),
                                home.config().resolve("autotexts.json")),
                        house.runner(),
                        messages);
        report.nameAutotexts(() -> autotexts.book().names());
        report.templates().autotextsThrough(autotexts::book);
        new TemplateStart(
                report,
                () -> settings.settingsProperty().get().templates().use() == TemplateUse.APPLY);
        var held = new TemplatesModel(templates, house.runner(), messages);
        watchTemplates(held);
        workstation.addSettings("numbers", new MeasuredNumbersPane(settings, messages));
        workstation.addSettings("templates", new TemplatesPane(held, settings));
        workstation.addSettings(
                "forms",
                new ReportFormsPane(new ReportFormsModel(settings, house.runner(), messages)));
        workstation.addSettings("autotexts", new AutotextPane(autotexts));
        workstation.addSettings("words", new ReplacementsPane(words.model()));
        workstation.addSettings("learning", new LearningPane(words.model()));
    }

    private void say(Throwable failure) {
        workstation.say(messages.sentence(failure));
    }

    private Optional<StudySource> archiveNamed(String name) {
        return name.equals(house.archive().name())
                ? Optional.of(house.archive())
                : house.named(name);
    }

    private void recover() {
        FX.watch(
                house.runner().waiting("recover what waits", _ -> recovered()),
                _ -> worklist.refresh(),
                this::say);
    }

    private boolean recovered() throws Refusal {
        reports.forgetUnwritten();
        delivery.recover();
        return true;
    }

    private ReportingDesk side(ReportingServices services) {
        var flow = new CaseFlow(images, report.reportProperty(), report.flow(), this::manner);
        new CaseFindings(images, house.archive(), report.flow(), report.reportProperty()::get);
        lesions =
                Optional.of(
                        new CaseLesions(
                                images,
                                house.archive(),
                                Optional.of(house.cache()),
                                report.lesions(),
                                report.reportProperty(),
                                () -> workstation.caseModel().opening().map(PatientStudies::of),
                                this::manner));
        report.flow()
                .decidedBy(
                        () ->
                                settings.settingsProperty()
                                        .get()
                                        .signer()
                                        .filter(Signer::complete)
                                        .map(
                                                s ->
                                                        PersonName.of(s.familyName(), s.givenName())
                                                                .display())
                                        .orElse(""));
        var documents = new CaseDocuments(services.documents(), images, services::signer);
        var papers = new DocumentsModel(documents, messages, report.reportProperty()::get);
        var desk =
                new ReportingDesk(
                        report, services, this::goTo, flow, () -> lookAround(flow), papers);
        documents.beside(papers, desk::bringDocuments);
        images.listen(
                change -> {
                    if (change instanceof CaseChange.Studies) desk.imagesCame();
                });
        return desk;
    }

    private ChangeText.Manner manner() {
        return ReportingServices.manner(settings.settingsProperty().get());
    }

    /// What is known around the open report, before it is looked over.
    private void lookAround(CaseFlow flow) {
        var opening = workstation.caseModel().opening();
        around.take(opening.map(o -> facts(o, flow)).orElse(CaseFacts.NONE));
    }

    private CaseFacts facts(CaseOpening opening, CaseFlow flow) {
        return CaseFacts.of(
                opening,
                flow,
                lesions.map(CaseLesions::changed).orElse(List.of()),
                others(opening),
                report,
                manner().threshold());
    }

    private List<PersonName> others(CaseOpening open) {
        return worklist.foundProperty().get().stream()
                .map(row -> row.study().patient())
                .filter(p -> !p.id().equals(open.study().patient().id()))
                .map(Patient::name)
                .distinct()
                .toList();
    }

    private void goTo(SigningCheck.Place place) {
        switch (place) {
            case SigningCheck.Place.Text _ -> workstation.perform(Action.FOCUS_REPORT);
            case SigningCheck.Place.Images() -> workstation.perform(Action.FOCUS_IMAGES);
            case SigningCheck.Place.Signer() -> workstation.goToSettings();
        }
    }

    private static Optional<AudioSource> demoRecording() {
        var file = SpeechFolder.demoRecording();
        return Files.isReadable(file)
                ? Optional.of(new WavSource(file, WavSource.Pace.SPOKEN))
                : Optional.empty();
    }

    /// Says once, before the end, that something signed has not left.
    ///
    /// @return whether it was said now; asked again, the program may end
    public boolean saidWhatStays() {
        var staying = report.takeBackModel().waitingProperty().get().size();
        if (staying == 0 || endTold) return false;
        endTold = true;
        workstation.say(messages.in(Desk.class).text("stays.atEnd", staying));
        return true;
    }

    /// What a second start asks for: comes to the front, and opens files.
    ///
    /// @param files taken in, the first one's study opened; none: none
    public void asked(List<Path> files) {
        workstation.toFront();
        workstation.openFiles(files);
    }

    /// @return the windows
    public Workstation workstation() {
        return workstation;
    }

    /// @return the reading list
    public WorklistModel worklist() {
        return worklist;
    }

    /// @return the settings in force
    public SettingsModel settings() {
        return settings;
    }

    /// @return where pictures are shown
    public ImageDesk images() {
        return images;
    }

    /// @return where a study is described
    public ReportModel report() {
        return report;
    }

    /// @return speech into the report
    public Dictation dictation() {
        return dictation;
    }

    /// @return the words on screen
    public Messages messages() {
        return messages;
    }

    /// @return what sends signed reports
    public Delivery delivery() {
        return delivery;
    }

    @Override
    public void close() throws IOException {
        workstation.close();
        cases.close();
        dictation.close();
        hands.close();
        speech.close();
        templateWatch.ifPresent(TemplateWatch::close);
        reports.close();
        try {
            delivery.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
    }
}
