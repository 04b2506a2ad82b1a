package org.tyde.app.lesions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ReadOnlyObjectWrapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Figure;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.evidence.MeasurementReport;
import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Length;
import org.tyde.measure.Unit;
import org.tyde.prior.RelevantPriors;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.LesionRemark;
import org.tyde.reading.OpenCase;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.flow.ChangeText.Manner;
import org.tyde.report.lesion.Cell;
import org.tyde.report.lesion.LesionRow;
import org.tyde.report.sign.FakeArchive;
import org.tyde.study.PatientId;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.reporting.flow.LesionsModel;
import org.tyde.ui.viewport.DeskOfSamples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From documents of a prior and what is drawn now to lesions over time, and back to the images.
@Timeout(180)
class CaseLesionsTest {
    private static final Length LINE = new Length(new ImagePoint(20, 20), new ImagePoint(32, 20));
    private static final ReadOnlyObjectWrapper<Optional<Report>> REPORT =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private static final FakeArchive ARCHIVE = new FakeArchive();
    private static final List<String> SAID = new ArrayList<>();
    private static final List<Study> SHOWN = new ArrayList<>();
    private static DeskOfSamples desk;
    private static LesionsModel model;
    private static CaseLesions lesions;
    private static Optional<Study> current = Optional.empty();
    private OpenCase open;
    private CaseStudy prior;
    private Report report;

    @BeforeAll
    static void start() throws Exception {
        desk = new DeskOfSamples(1000, 800);
        Screens.run(() -> desk.desk.noticeThrough(SAID::add));
        model = Screens.on(() -> new LesionsModel(new Messages()));
        lesions =
                Screens.on(
                        () ->
                                new CaseLesions(
                                        desk.desk,
                                        ARCHIVE,
                                        Optional.empty(),
                                        model,
                                        REPORT.getReadOnlyProperty(),
                                        () -> current.map(CaseLesionsTest::studies),
                                        () -> Manner.usual(Locale.of("nb"))));
    }

    private static PatientStudies studies(Study study) {
        return new PatientStudies() {
            @Override
            public Study study() {
                return study;
            }

            @Override
            public Optional<RelevantPriors> priors() {
                try {
                    return Optional.of(
                            RelevantPriors.of(
                                    study, ARCHIVE.find(org.tyde.archive.StudyQuery.ANY)));
                } catch (org.tyde.refusal.Refusal silent) {
                    return Optional.empty();
                }
            }

            @Override
            public void show(Study prior) {
                SHOWN.add(prior);
            }
        };
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @BeforeEach
    void begin() throws Exception {
        ARCHIVE.held.clear();
        ARCHIVE.dead = false;
        SAID.clear();
        SHOWN.clear();
        current = Optional.empty();
        open = desk.open("CT");
        prior = open.prior().orElseThrow();
        current = Optional.of(Study.from(header(open.current())));
        ARCHIVE.held.add(document("2.25.90", 8, List.of()));
        var head =
                new ReportHead(
                        ReportId.create(),
                        ReportKind.REPORT,
                        open.current().uid(),
                        new PatientId("1", Optional.empty()),
                        PersonName.parse("Nordmann^Kari"),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "CT",
                        "CT",
                        List.of());
        report = Report.begin(head, Referral.NONE);
        Screens.run(() -> REPORT.set(Optional.of(report)));
    }

    private static DataSet header(CaseStudy study) throws Exception {
        return desk.desk
                .source()
                .header(study.images().series().getFirst().images().getFirst().sopInstanceUid())
                .dataSet();
    }

    /// What was measured in the prior, on the first image of its last series.
    private DataSet document(String sop, double mm, List<InstanceReference> replaces)
            throws Exception {
        var series = prior.images().series().getLast();
        var image = series.images().getFirst().sopInstanceUid();
        var of = desk.desk.source().header(image).dataSet();
        var group =
                new MeasurementGroup(
                        "S7",
                        "2.25.7",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Figure(
                                Figure.Graphic.POLYLINE,
                                List.of(new ImagePoint(20, 20), new ImagePoint(30, 20)),
                                new InstanceReference(
                                        prior.uid(),
                                        series.uid(),
                                        of.textOr(Tag.SOP_CLASS_UID, ""),
                                        image)),
                        List.of(
                                new MeasuredValue(
                                        new Code("410668003", "SCT", "Length"),
                                        Optional.empty(),
                                        mm,
                                        new Unit("mm", "mm"))));
        return new MeasurementReport(
                        sop,
                        prior.uid(),
                        DocumentState.SIGNED,
                        Optional.of(Examples.RADIOLOGIST),
                        List.of(group),
                        replaces)
                .write(of, Examples.NOON);
    }

    private List<LesionRow> rows() {
        return model.lesionsProperty().get().table().rows();
    }

    private String draw() throws Exception {
        var stack = open.currentStacks().getFirst();
        var id = Screens.on(() -> open.marking().add(stack.frame(0).key(), LINE).id());
        Screens.until(() -> model.lesionsProperty().get().drawn().containsKey(id));
        return id;
    }

    private void read() throws Exception {
        Screens.run(lesions::read);
        Screens.until(() -> !model.lesionsProperty().get().reading());
    }

    @Test
    void aMeasurementIsOfAnEarlierLesionOnceItIsTiedAndNoLongerWhenThatIsUndone() throws Exception {
        read();
        assertEquals(List.of("S7"), rows().stream().map(r -> r.lesion().identifier()).toList());
        var id = draw();
        Screens.until(() -> rows().size() == 2);
        var loose = rows().stream().filter(r -> r.lesion().uid().length() > 10).findFirst().get();
        assertTrue(!Screens.on(model::insertSelected), "it is tied to nothing");
        var candidates = model.lesionsProperty().get().candidates(loose);
        assertEquals("S7", candidates.getFirst().lesion().identifier());
        assertEquals(Optional.of(id), model.lesionsProperty().get().loose(loose));
        Screens.run(() -> lesions.tie(id, candidates.getFirst().lesion()));
        Screens.until(() -> rows().size() == 1);
        var tied = rows().getFirst();
        assertTrue(model.lesionsProperty().get().tied(tied));
        assertEquals("2.25.7", open.marks().measurement(id).get().trackingUid());
        var now = tied.cells().getFirst().measured().orElseThrow();
        assertEquals(8, now.change().orElseThrow().before());
        assertEquals(1, Screens.on(lesions::changed).size(), "the checks know of the change");
        assertTrue(Screens.on(model::insertSelected));
        assertTrue(
                report.text().of(Section.FINDINGS).matches("S7: .* fra 8 til \\d+ mm siden .*"),
                report.text().of(Section.FINDINGS));
        Screens.run(() -> open.marking().undo());
        Screens.until(() -> rows().size() == 2);
        assertEquals(List.of(), Screens.on(lesions::changed));
    }

    @Test
    void aSizeThatIsNotWorkedOutYetIsNotTheOneBefore() throws Exception {
        read();
        var id = draw();
        Screens.until(() -> rows().size() == 2);
        var loose = rows().stream().filter(r -> r.lesion().uid().length() > 10).findFirst().get();
        var earlier = model.lesionsProperty().get().candidates(loose).getFirst().lesion();
        Screens.run(() -> lesions.tie(id, earlier));
        Screens.until(() -> rows().size() == 1);
        var before = rows().getFirst().cells().getFirst().measured().orElseThrow().size().value();
        Screens.run(
                () -> {
                    var longer = LINE.withPoint(1, new ImagePoint(90, 20));
                    open.marking().change(id, longer, 1);
                    model.insertSelected();
                });
        Screens.until(
                () -> {
                    if (report.text().of(Section.FINDINGS).isEmpty()) model.insertSelected();
                    return !report.text().of(Section.FINDINGS).isEmpty();
                });
        var now = rows().getFirst().cells().getFirst().measured().orElseThrow().size().value();
        assertTrue(now > before);
        assertTrue(
                report.text().of(Section.FINDINGS).contains("til " + Math.round(now) + " mm"),
                report.text().of(Section.FINDINGS));
    }

    @Test
    void aClickLeadsToTheImageInItsOwnStudy() throws Exception {
        read();
        var row = rows().getFirst();
        var cell = (Cell.Measured) row.cells().getLast();
        Screens.run(() -> lesions.show(row, cell));
        assertEquals(
                Optional.of(cell.image().orElseThrow().sopUid()),
                Screens.on(
                        () ->
                                open.viewport(open.active())
                                        .frame()
                                        .map(f -> f.key().sopInstanceUid())));
        Screens.run(() -> open.hangPrior(Optional.empty()));
        Screens.run(() -> lesions.show(row, cell));
        assertEquals(List.of(prior.uid()), SHOWN.stream().map(Study::uid).toList());
        Screens.run(() -> open.hangPrior(Optional.of(prior.uid())));
        Screens.until(
                () ->
                        open.viewport(open.active())
                                .frame()
                                .filter(
                                        f ->
                                                f.key()
                                                        .sopInstanceUid()
                                                        .equals(cell.image().get().sopUid()))
                                .isPresent());
        assertEquals(List.of(), SAID);
    }

    @Test
    void whatALaterDocumentReplacesIsLeftOut() throws Exception {
        var first = ARCHIVE.held.getFirst();
        ARCHIVE.held.add(
                document(
                        "2.25.91",
                        11,
                        List.of(
                                new InstanceReference(
                                        prior.uid(),
                                        first.textOr(Tag.SERIES_INSTANCE_UID, ""),
                                        first.textOr(Tag.SOP_CLASS_UID, ""),
                                        "2.25.90"))));
        read();
        var cell = (Cell.Measured) rows().getFirst().cells().getLast();
        assertEquals("2.25.91#1", cell.key());
        assertEquals(11, cell.size().value());
    }

    @Test
    void aSilentArchiveIsSaidAndWhatIsDrawnIsThereAllTheSame() throws Exception {
        ARCHIVE.dead = true;
        read();
        draw();
        Screens.until(() -> rows().size() == 1);
        assertTrue(!model.lesionsProperty().get().troubles().isEmpty());
    }

    @Test
    void whatTheReaderSaysOfALesionIsAStepToUndo() throws Exception {
        read();
        Screens.run(() -> lesions.toggle(new LesionRemark("2.25.7", LesionRemark.Kind.GONE)));
        assertInstanceOf(Cell.Gone.class, rows().getFirst().cells().getFirst());
        Screens.run(() -> open.marking().undo());
        Screens.until(() -> rows().getFirst().cells().getFirst() instanceof Cell.NotMeasured);
    }
}
