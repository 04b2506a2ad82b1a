package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.StudyHeaders;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.ui.Action;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.StackScrollBar;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What must be said on a picture.
class OverlayTest {
    private static DeskOfSamples desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new DeskOfSamples(900, 700);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static DataSet changed(DataSetBuilder change) {
        return change.build();
    }

    /// The first radiograph, changed, alone in a study that says it is another one.
    private static OpenCase open(DataSet header) throws Exception {
        var uid = header.textOr(Tag.STUDY_INSTANCE_UID, "");
        var study =
                new CaseStudy(
                        uid,
                        "1",
                        Optional.of(LocalDateTime.of(2026, 11, 21, 2, 37)),
                        StudyHeaders.read(uid, List.of(header)));
        desk.put(header);
        var open = new OpenCase(study, List.of(), HangingProtocols.defaults(), System::nanoTime);
        Screens.run(
                () -> {
                    desk.desk.open(Optional.of(open));
                    desk.grid.perform(Action.LAYOUT_1X1);
                });
        desk.settle();
        return open;
    }

    private static DataSet radiograph() throws Exception {
        return DeskOfSamples.images(DeskOfSamples.studies("DX").getFirst()).getFirst();
    }

    @Test
    void overlayPlanesAreDrawnAndTheKeySaysThatTheyAreOff() throws Exception {
        open(
                changed(
                        radiograph().toBuilder()
                                .text(Tag.SOP_INSTANCE_UID, "2.25.909")
                                .integer(Tag.OVERLAY_ROWS, Vr.US, 4)
                                .integer(Tag.OVERLAY_COLUMNS, Vr.US, 4)
                                .text(Tag.OVERLAY_TYPE, "G")
                                .integer(Tag.OVERLAY_ORIGIN, Vr.SS, 1, 1)
                                .integer(Tag.OVERLAY_BITS_ALLOCATED, Vr.US, 1)
                                .integer(Tag.OVERLAY_BIT_POSITION, Vr.US, 0)
                                .bytes(Tag.OVERLAY_DATA, Vr.OW, new byte[] {-1, -1})));
        assertFalse(said().contains("Overlegg"), said());
        perform(Action.OVERLAYS);
        Screens.until(() -> said().contains("Overlegg av (1)"));
        perform(Action.OVERLAYS);
        Screens.until(() -> !said().contains("Overlegg"));
    }

    @Test
    void aMaskIsSubtractedByKeyAndThatIsSaid() throws Exception {
        var pixels = new byte[2 * 2 * 16];
        java.util.Arrays.fill(pixels, 32, 64, (byte) 1); // the second frame: 257 everywhere
        pixels[0] = 7;
        var item =
                DataSet.builder()
                        .text(Tag.MASK_OPERATION, "TID")
                        .integer(Tag.TID_OFFSET, Vr.SS, -1)
                        .build();
        open(
                changed(
                        radiograph().toBuilder()
                                .text(Tag.SOP_INSTANCE_UID, "2.25.910")
                                .integer(Tag.ROWS, 4)
                                .integer(Tag.COLUMNS, 4)
                                .integer(Tag.NUMBER_OF_FRAMES, 2)
                                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels)
                                .sequence(Tag.MASK_SUBTRACTION_SEQUENCE, item)));
        Screens.until(() -> said().contains("Maske ikke trukket fra"));
        assertEquals(7, desk.pane(0).model().shown().orElseThrow().frame().decimal(0, 0, 0));
        perform(Action.SUBTRACT);
        Screens.until(() -> said().contains("SUBTRAHERT: maske bilde 2"));
        var difference = desk.pane(0).model().shown().orElseThrow();
        assertEquals(7 - 257, difference.frame().decimal(0, 0, 0));
        assertEquals(-257, difference.frame().range().least());
        perform(Action.SUBTRACT);
        Screens.until(() -> said().contains("Maske ikke trukket fra"));
        assertEquals(7, desk.pane(0).model().shown().orElseThrow().frame().decimal(0, 0, 0));
    }

    @Test
    void anImageThatAsksForItIsShownSubtractedAtFirst() throws Exception {
        var pixels = new byte[2 * 2 * 16];
        java.util.Arrays.fill(pixels, 32, 64, (byte) 1); // the second frame: 257 everywhere
        pixels[0] = 7;
        var item =
                DataSet.builder()
                        .text(Tag.MASK_OPERATION, "TID")
                        .integer(Tag.TID_OFFSET, Vr.SS, -1)
                        .build();
        open(
                changed(
                        radiograph().toBuilder()
                                .text(Tag.SOP_INSTANCE_UID, "2.25.911")
                                .integer(Tag.ROWS, 4)
                                .integer(Tag.COLUMNS, 4)
                                .integer(Tag.NUMBER_OF_FRAMES, 2)
                                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels)
                                .text(Tag.RECOMMENDED_VIEWING_MODE, "SUB")
                                .sequence(Tag.MASK_SUBTRACTION_SEQUENCE, item)));
        Screens.until(() -> said().contains("SUBTRAHERT: maske bilde 2"));
        assertTrue(desk.pane(0).badge().contains("subtrahert"), desk.pane(0).badge());
        perform(Action.SUBTRACT);
        Screens.until(() -> said().contains("Maske ikke trukket fra"));
        assertEquals(7, desk.pane(0).model().shown().orElseThrow().frame().decimal(0, 0, 0));
    }

    private static String said() {
        return String.join(" · ", desk.pane(0).words().warnings());
    }

    private static void perform(Action action) throws Exception {
        Screens.run(() -> desk.grid.perform(action));
        desk.settle();
    }

    @Test
    void lossyCompressionIsSaidForLifeWithEveryRatio() throws Exception {
        open(
                changed(
                        radiograph().toBuilder()
                                .text(Tag.SOP_INSTANCE_UID, "2.25.901")
                                .text(Tag.LOSSY_IMAGE_COMPRESSION, "01")
                                .text(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, "2", "12.4")));
        var badge = desk.pane(0).badge();
        assertTrue(badge.startsWith("tapskomprimert 2:1 + 12,4:1"), badge);
    }

    @Test
    void whatIsNotAppliedIsSaidInOneLine() throws Exception {
        open(
                changed(
                        radiograph().toBuilder()
                                .text(Tag.SOP_INSTANCE_UID, "2.25.902")
                                .text(Tag.SHUTTER_SHAPE, "RECTANGULAR")));
        var nb = Locale.of("nb");
        assertTrue(
                desk.pane(0).words().warnings().stream()
                        .anyMatch(w -> w.contains(NotApplied.SHUTTER.sentence(nb))),
                desk.pane(0).words().toString());
    }

    @Test
    void aRadiographsScaleBarSaysAtDetectorAndWithoutSpacingPixels() throws Exception {
        open(changed(radiograph().toBuilder().text(Tag.SOP_INSTANCE_UID, "2.25.903")));
        var bar = desk.pane(0).words().scaleBar().orElseThrow();
        assertTrue(bar.words().endsWith("mm ved detektor"), bar.words());
        open(
                changed(
                        radiograph().toBuilder()
                                .text(Tag.SOP_INSTANCE_UID, "2.25.904")
                                .remove(Tag.IMAGER_PIXEL_SPACING)
                                .remove(Tag.PIXEL_SPACING)));
        assertTrue(desk.pane(0).words().scaleBar().orElseThrow().words().contains("px"));
    }

    @Test
    void anUnknownOrientationOfARadiographSaysSo() throws Exception {
        open(
                changed(
                        radiograph().toBuilder()
                                .text(Tag.SOP_INSTANCE_UID, "2.25.905")
                                .remove(Tag.PATIENT_ORIENTATION)));
        assertEquals(List.of("?", "", "", ""), desk.pane(0).words().edges());
        desk.keep("viewport-no-orientation");
        var told = new java.util.ArrayList<String>();
        Screens.run(
                () -> {
                    desk.desk.noticeThrough(told::add);
                    desk.pane(0).model().tellFidelity();
                });
        assertTrue(told.toString().contains("ikke hvordan pasienten ligger"), told.toString());
    }

    @Test
    void anIncompleteSeriesSaysHowManyOfHowMany() throws Exception {
        var open = desk.open("MR");
        var series = open.viewport(0).stack().orElseThrow().seriesUid();
        Screens.run(() -> desk.desk.expect(series, 40));
        desk.settle();
        Screens.until(() -> desk.pane(0).badge().contains("26 av 40 bilder"));
        assertFalse(desk.pane(1).badge().contains("bilder"), desk.pane(1).badge());
        var stack = open.viewport(0).stack().orElseThrow();
        assertEquals(26, desk.desk.received(stack));
        assertEquals(14, desk.desk.missing(stack));
        assertEquals(39, lastPlace(0), "the scroll bar has room for those to come");
        assertEquals(open.viewport(1).stack().orElseThrow().size() - 1, lastPlace(1));
    }

    @Test
    void aSeriesOfSeveralStacksSaysHowMuchOfTheSeriesHasCome() throws Exception {
        var open = desk.open("US");
        var stack = open.viewport(0).stack().orElseThrow();
        int here = Screens.on(() -> desk.desk.receivedOfSeries(stack));
        assertTrue(here > desk.desk.received(stack), "each image is a stack of its own");
        Screens.run(() -> desk.desk.expect(stack.seriesUid(), here + 3));
        desk.settle();
        var words = "%d av %d bilder i serien".formatted(here, here + 3);
        Screens.until(() -> desk.pane(0).badge().contains(words));
        assertEquals(0, desk.desk.missing(stack), "of this one nothing is missing");
        Screens.run(() -> desk.desk.expect(stack.seriesUid(), here));
        Screens.until(() -> !desk.pane(0).badge().contains("bilder"));
    }

    private static int lastPlace(int viewport) throws Exception {
        var bar = (StackScrollBar) desk.pane(viewport).lookup(".stack-scroll-bar");
        return Screens.on(() -> bar.placeAt(bar.getHeight() - 1));
    }

    @Test
    void pixelsOfAnotherStudyAreNotShown() throws Exception {
        var mr = DeskOfSamples.studies("MR").getFirst();
        var moved = new ArrayList<DataSet>();
        for (var header : DeskOfSamples.images(mr).subList(0, 3))
            moved.add(header.toBuilder().text(Tag.STUDY_INSTANCE_UID, "2.25.99").build());
        var study =
                new CaseStudy(
                        "2.25.99", "1", Optional.empty(), StudyHeaders.read("2.25.99", moved));
        var open = new OpenCase(study, List.of(), HangingProtocols.defaults(), System::nanoTime);
        Screens.run(() -> desk.desk.open(Optional.of(open)));
        desk.settle();
        var model = desk.pane(0).model();
        assertTrue(Screens.on(() -> model.statusProperty().get()) instanceof ViewportStatus.Failed);
        assertTrue(Screens.on(model::shown).isEmpty());
        assertEquals(0, desk.pane(0).argb(100, 100));
        desk.keep("viewport-error");
    }

    @Test
    void wordsFollowTheLanguageAtRunTime() throws Exception {
        desk.open("MR");
        assertTrue(desk.pane(0).words().place().getFirst().startsWith("Bilde "));
        Screens.run(() -> desk.messages.localeProperty().set(Messages.ENGLISH));
        desk.settle();
        Screens.until(() -> desk.pane(0).words().place().getFirst().startsWith("Image "));
        Screens.run(() -> desk.messages.localeProperty().set(Messages.BOKMAAL));
        desk.settle();
    }

    @Test
    void aClipShowsItsRateWhileItPlaysAndTheWheelStopsIt() throws Exception {
        var open = desk.open("XA");
        Screens.until(() -> desk.pane(0).words().view().contains("15/s"));
        int before = open.viewport(0).view().frame();
        Screens.until(() -> open.viewport(0).view().frame() != before);
        Screens.run(() -> desk.pane(0).model().commands().wheel(1));
        assertFalse(open.viewport(0).cine().isPresent());
    }

    @Test
    void currentAndPriorScrollTogetherAfterOneKeyAndSayByHowMuch() throws Exception {
        var open = desk.open("CT");
        Screens.run(() -> open.goTo(0, 6));
        Screens.run(() -> open.goTo(1, 5));
        Screens.run(() -> desk.grid.perform(Action.LINK_PRIOR));
        desk.settle();
        assertTrue(open.link().isPresent());
        Screens.run(() -> desk.grid.perform(Action.NEXT_IMAGE));
        desk.settle();
        assertEquals(7, open.viewport(0).view().frame());
        assertEquals(6, open.viewport(1).view().frame());
        Screens.until(
                () ->
                        desk.pane(1).words().view().stream()
                                .anyMatch(w -> w.startsWith("Lenket, \u0394")));
        assertEquals("TIDLIGERE 14.03.2026", desk.pane(1).words().prior().getFirst());
        assertEquals("8 måneder før", desk.pane(1).words().prior().getLast());
        Screens.run(() -> desk.grid.perform(Action.LIFE_SIZE));
        Screens.run(() -> new org.tyde.ui.Theme().scale(desk.stage.getScene(), 2));
        desk.keep("viewport-linked-double");
        Screens.run(() -> new org.tyde.ui.Theme().scale(desk.stage.getScene(), 1));
        Screens.run(() -> desk.grid.perform(Action.LINK_PRIOR));
        assertFalse(open.link().isPresent());
    }

    @Test
    void breastsStandBackToBackAtOneScale() throws Exception {
        desk.open("MG");
        double scale = 0;
        for (int i = 0; i < desk.grid.viewports().size(); i++) {
            var pane = desk.pane(i);
            var shown = Screens.on(() -> pane.model().shown().orElseThrow());
            var pose = shown.pose();
            double perMillimetre =
                    pose.perColumn() / shown.header().spacing(1).orElseThrow().column();
            if (i == 0) scale = perMillimetre;
            assertEquals(scale, perMillimetre, 1e-9, "one scale in mm");
            var wall = pane.model().state().placement().orElseThrow().wall();
            double edge =
                    switch (wall) {
                        case LEFT -> pose.centreX() - pose.width() / 2;
                        case RIGHT -> pose.centreX() + pose.width() / 2 - pane.getWidth();
                        case NONE -> 99;
                    };
            assertEquals(0, edge, 1e-9, "no gap at the chest wall");
        }
        assertEquals(
                desk.pane(0).getLayoutX() + desk.pane(0).getWidth(), desk.pane(1).getLayoutX());
    }
}
