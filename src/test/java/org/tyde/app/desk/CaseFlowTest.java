package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ReadOnlyObjectWrapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.PersonName;
import org.tyde.geometry.ImagePoint;
import org.tyde.hanging.ScreenLayout;
import org.tyde.measure.Length;
import org.tyde.reading.OpenCase;
import org.tyde.report.Meaning;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.flow.ChangeText;
import org.tyde.report.flow.MeasuredText;
import org.tyde.study.PatientId;
import org.tyde.ui.Screens;
import org.tyde.ui.reporting.flow.FlowModel;
import org.tyde.ui.viewport.DeskOfSamples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From pictures into text and back, on the demo studies.
@Timeout(120)
class CaseFlowTest {
    private static final Length LINE = new Length(new ImagePoint(20, 20), new ImagePoint(32, 20));
    private static DeskOfSamples desk;
    private static final ReadOnlyObjectWrapper<Optional<Report>> REPORT =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private static final FlowModel MODEL = new FlowModel();
    private static CaseFlow flow;
    private static final List<String> SAID = new ArrayList<>();
    private OpenCase open;
    private Report report;

    @BeforeAll
    static void start() throws Exception {
        desk = new DeskOfSamples(1000, 800);
        Screens.run(() -> desk.desk.noticeThrough(SAID::add));
        flow =
                Screens.on(
                        () ->
                                new CaseFlow(
                                        desk.desk,
                                        REPORT.getReadOnlyProperty(),
                                        MODEL,
                                        () -> ChangeText.Manner.usual(Locale.of("nb"))));
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @BeforeEach
    void begin() throws Exception {
        open = desk.open("MR");
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
                        "MR",
                        "MR",
                        List.of());
        report = Report.begin(head, Referral.NONE);
        Screens.run(() -> REPORT.set(Optional.of(report)));
        SAID.clear();
    }

    private String findings() {
        return report.text().of(Section.FINDINGS);
    }

    @Test
    void theLastMeasurementGoesInByAnActAndAChangeOfItIsToldNotTaken() throws Exception {
        Screens.run(flow::insertMeasurement);
        assertEquals("", findings());
        assertEquals(1, SAID.size(), "nothing is measured");
        var key = open.viewport(open.active()).frame().orElseThrow().key();
        var made = Screens.on(() -> open.marking().add(key, LINE));
        Screens.until(() -> !MODEL.measuredProperty().get().isEmpty());
        Screens.run(flow::insertMeasurement);
        var value = MODEL.measuredProperty().get().getFirst();
        assertEquals(
                MeasuredText.text(value, MeasuredText.Rounding.WHOLE, Locale.of("nb")), findings());
        Screens.run(
                () ->
                        open.marking()
                                .change(made.id(), LINE.withPoint(1, new ImagePoint(60, 20)), 1));
        Screens.until(
                () ->
                        !MeasuredText.stale(report.content(), MODEL.measuredProperty().get())
                                .isEmpty());
        assertEquals(
                MeasuredText.text(value, MeasuredText.Rounding.WHOLE, Locale.of("nb")), findings());
    }

    @Test
    void aNumberThatIsNotWorkedOutYetIsNeitherTheOldOneNorAnotherLesions() throws Exception {
        var key = open.viewport(open.active()).frame().orElseThrow().key();
        var made = Screens.on(() -> open.marking().add(key, LINE));
        Screens.until(() -> !MODEL.measuredProperty().get().isEmpty());
        Screens.run(
                () -> {
                    var longer = LINE.withPoint(1, new ImagePoint(60, 20));
                    open.marking().change(made.id(), longer, 1);
                    flow.insertMeasurement();
                });
        Screens.until(
                () -> {
                    if (findings().isEmpty()) flow.insertMeasurement(); // refused while not known
                    return !findings().isEmpty();
                });
        var value = MODEL.measuredProperty().get().getFirst();
        assertEquals(
                MeasuredText.text(value, MeasuredText.Rounding.WHOLE, Locale.of("nb")), findings());
    }

    @Test
    void templatesAreToldTheLastMeasurementAndThePriorOfTheReportsOwnCaseOnly() throws Exception {
        var prior = open.prior().flatMap(p -> p.when()).map(java.time.LocalDateTime::toLocalDate);
        assertEquals(new FlowModel.Merged(prior, Optional.empty()), Screens.on(MODEL::merged));
        var key = open.viewport(open.active()).frame().orElseThrow().key();
        var made = Screens.on(() -> open.marking().add(key, LINE));
        Screens.until(() -> MODEL.merged().measured().isPresent());
        assertEquals(
                Optional.of(made.id()),
                Screens.on(MODEL::merged).measured().map(v -> v.tracking()));
        Screens.run(() -> open.hangPrior(Optional.empty()));
        assertEquals(Optional.empty(), Screens.on(MODEL::merged).prior(), "no prior hangs");
        desk.open("CT");
        assertEquals(FlowModel.Merged.NOTHING, Screens.on(MODEL::merged), "another case is open");
    }

    @Test
    void aSentenceLeadsBackToTheImageAtItsEndAndAKeyImageStandsByItsNumbers() throws Exception {
        Screens.run(() -> open.goTo(open.active(), 3));
        Screens.run(
                () -> {
                    try {
                        report.type(Section.FINDINGS, 0, 0, "Ingen fraktur.");
                    } catch (org.tyde.refusal.Refusal refused) {
                        throw new IllegalStateException(refused);
                    }
                });
        Screens.until(
                () -> report.marks().stream().anyMatch(m -> m.meaning() instanceof Meaning.SaidAt));
        var was = CaseViews.now(open);
        Screens.run(
                () -> {
                    open.goTo(open.active(), 0);
                    open.layout(new ScreenLayout(1, 1));
                    flow.returnToView();
                });
        assertEquals(was, CaseViews.now(open));
        Screens.run(flow::insertKeyImage);
        assertTrue(findings().matches("Ingen fraktur\\. \\(serie \\d+, bilde 4\\)"), findings());
        assertEquals(1, open.marks().keyImages().size());
    }
}
