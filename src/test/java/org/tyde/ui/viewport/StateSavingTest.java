package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.Programs;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.geometry.ImagePoint;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.StudyHeaders;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.lut.Window;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.reading.Zoom;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.state.StateKeeper;
import org.tyde.ui.viewport.state.StateSaving.Scope;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// What a viewport shows is kept as a presentation state, and that state shows the same picture again.
class StateSavingTest {
    private static final List<DataSet> KEPT = new CopyOnWriteArrayList<>();
    private static DeskOfSamples desk;

    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void open() throws Exception {
        desk = new DeskOfSamples(900, 700);
        desk.desk.keepStatesThrough(
                new StateKeeper() {
                    @Override
                    public Optional<PersonName> creator() {
                        return Optional.of(PersonName.parse("Aas^Anne"));
                    }

                    @Override
                    public void keep(DataSet state) {
                        KEPT.add(state);
                    }
                });
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static OpenCase one(String modality) throws Exception {
        KEPT.clear();
        var open = desk.open(modality);
        press(Action.LAYOUT_1X1);
        Screens.until(() -> desk.pane(0).model().shown().isPresent());
        return open;
    }

    private static void press(Action action) throws Exception {
        assertTrue(Screens.on(() -> desk.grid.perform(action)), action.name());
        desk.settle();
    }

    private static void pressed(Action action, BooleanSupplier fact) throws Exception {
        press(action);
        Screens.until(fact);
    }

    private static boolean through() {
        return desk.pane(0).model().shown().flatMap(s -> s.presentation()).isPresent();
    }

    private static boolean says(String words) {
        return desk.pane(0).words().warnings().stream().anyMatch(w -> w.contains(words));
    }

    private static ViewportModel model() throws Exception {
        return Screens.on(() -> desk.pane(0).model());
    }

    private static int[] picture() throws Exception {
        desk.settle();
        return Screens.on(
                () -> {
                    int width = (int) desk.pane(0).getWidth();
                    int height = (int) desk.pane(0).getHeight();
                    var pixels = new int[width * height];
                    for (int i = 0; i < pixels.length; i++)
                        pixels[i] = desk.pane(0).argb(i % width, i / width);
                    return pixels;
                });
    }

    private static DataSet save(String name) throws Exception {
        press(Action.SAVE_PRESENTATION);
        assertTrue(model().saving().askingProperty(Scope.IMAGE).get().isPresent());
        Screens.run(() -> desk.pane(0).model().saving().save(Scope.IMAGE, name));
        Screens.until(() -> !KEPT.isEmpty());
        Screens.until(
                () ->
                        desk
                                .desk
                                .openCase()
                                .orElseThrow()
                                .states(desk.pane(0).model().shown().orElseThrow().key())
                                .stream()
                                .anyMatch(s -> s.label().equals(name)));
        return KEPT.getLast();
    }

    /// dciodvfy takes corners left of or above the image for numbers beyond four thousand millions.
    private void rightByOtherPrograms(DataSet state) throws Exception {
        var file = folder.resolve("pr.dcm");
        DicomWriter.write(file, state, TransferSyntax.EXPLICIT_LITTLE);
        var verified = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(verified.contains("Error"), verified);
        var plain =
                state.toBuilder()
                        .personName(Tag.PATIENT_NAME, PersonName.parse("A^B"))
                        .personName(Tag.REFERRING_PHYSICIAN_NAME, PersonName.parse("C^D"));
        DicomWriter.write(file, plain.build(), TransferSyntax.EXPLICIT_LITTLE);
        var checked = Programs.run("dcmpschk", "-v", file.toString());
        assertTrue(checked.text().contains("Test passed"), checked.text());
    }

    @ParameterizedTest
    @CsvSource({"DX, FIT", "MR, FIT", "CT, FIT", "DX, ONE_TO_ONE", "CT, ZOOM_IN", "CT, PANNED"})
    void theStateShowsTheSamePictureAgain(String modality, String size) throws Exception {
        var open = one(modality);
        Screens.run(
                () -> {
                    var commands = desk.pane(0).model().commands();
                    var now = desk.pane(0).model().window().orElseThrow();
                    commands.show(new Window(now.center() + 7, Math.max(2, now.width() * 0.6)));
                    commands.invert();
                });
        if (size.equals("FIT")) press(Action.ROTATE_RIGHT);
        press(Action.FLIP_HORIZONTAL);
        switch (size) {
            case "PANNED" -> Screens.run(() -> desk.pane(0).model().commands().panBy(31, -20));
            case "ZOOM_IN", "ONE_TO_ONE" -> press(Action.valueOf(size));
            default -> {}
        }
        var before = picture();
        var lay = model().shown().orElseThrow().pose();
        var state = save("SOM JEG VIL");
        if (!size.equals("PANNED")) rightByOtherPrograms(state);
        press(Action.RESET_VIEW);
        int states = open.states(model().shown().orElseThrow().key()).size();
        for (int i = 0; i < states; i++) press(Action.PRESENTATION_STATE);
        Screens.until(
                () ->
                        desk.pane(0)
                                .words()
                                .warnings()
                                .contains("Presentasjonstilstand: SOM JEG VIL"));
        var shown = model().shown().orElseThrow().presentation().orElseThrow();
        assertEquals(java.util.Set.of(), shown.notApplied());
        var after = picture();
        if (size.equals("FIT"))
            assertArrayEquals(before, after, lay + " and " + model().shown().orElseThrow().pose());
        else {
            // the area is told in whole pixels of the image: it may lie half a pixel off
            var pose = model().shown().orElseThrow().pose();
            assertTrue(pose.perColumn() > 0);
            double off = 0;
            for (int i = 0; i < before.length; i++)
                off += Math.abs((before[i] & 0xFF) - (after[i] & 0xFF));
            assertTrue(off / before.length < 8, "mean difference " + off / before.length);
        }
    }

    @Test
    void measurementsBecomeFiguresWithTheirNumbers() throws Exception {
        var open = one("CT");
        FrameKey key = model().shown().orElseThrow().key();
        Screens.run(
                () -> {
                    open.marking()
                            .add(
                                    key,
                                    new Length(new ImagePoint(100, 120), new ImagePoint(300, 140)));
                    open.marking()
                            .add(
                                    key,
                                    new Ellipse(
                                            new ImagePoint(200, 300), new ImagePoint(260, 400)));
                });
        desk.settle();
        var written = save("MED TALL");
        rightByOtherPrograms(written);
        var header = model().shown().orElseThrow().header();
        var shown = PresentationState.of(written).of(header, key.frame());
        assertEquals(2, shown.annotations().size());
        var notes = shown.annotations().getFirst().notes();
        assertTrue(notes.getFirst().lines().getFirst().contains("mm"), notes.toString());
        press(Action.PRESENTATION_STATE);
        Screens.keep(desk.stage, "presentation-state-with-measurements");
        assertEquals(0, stated(), "drawn once, by the live marks");
        var first = open.marks().on(key).getFirst();
        Screens.run(() -> open.marking().delete(first.id()));
        desk.settle();
        assertEquals(2, stated(), "the state still has what is no longer live");
    }

    @Test
    void aStateOfTheSeriesIsForAllItsImagesWithTheMarksOfEach() throws Exception {
        var open = one("CT");
        var stack = open.viewport(0).stack().orElseThrow();
        var here = stack.frame(0).key();
        var there = stack.frame(stack.size() - 1).key();
        var length = new Length(new ImagePoint(100, 120), new ImagePoint(300, 140));
        var oval = new Ellipse(new ImagePoint(200, 300), new ImagePoint(260, 400));
        Screens.run(
                () -> {
                    open.goTo(0, 0);
                    open.marking().add(here, length);
                    open.marking().add(there, oval);
                });
        desk.settle();
        press(Action.SAVE_PRESENTATION_SERIES);
        assertTrue(model().saving().askingProperty(Scope.SERIES).get().isPresent());
        Screens.run(() -> desk.pane(0).model().saving().save(Scope.SERIES, "HELE"));
        Screens.until(() -> !KEPT.isEmpty());
        var written = KEPT.getLast();
        rightByOtherPrograms(written);
        var state = PresentationState.of(written);
        assertEquals(stack.size(), state.images().size());
        for (var frame : stack.frames())
            assertTrue(state.covers(frame.key().sopInstanceUid(), frame.key().frame()));
        var last = state.of(desk.source.header(there.sopInstanceUid()), there.frame());
        var words = last.annotations().getFirst().notes().getFirst().lines().toString();
        assertTrue(words.contains("HU"), words);
        assertEquals(1, last.annotations().size());
        Screens.until(() -> open.states(there).stream().anyMatch(s -> s.label().equals("HELE")));
    }

    @Test
    void aColourImageIsKeptInAColourState() throws Exception {
        one("US");
        assertFalse(Screens.on(() -> model().shown().orElseThrow().frame().grey()));
        press(Action.ROTATE_RIGHT);
        var before = picture();
        var state = save("FARGE");
        var file = folder.resolve("pr.dcm");
        DicomWriter.write(file, state, TransferSyntax.EXPLICIT_LITTLE);
        var verified = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(verified.contains("Error"), verified);
        press(Action.RESET_VIEW);
        pressed(Action.PRESENTATION_STATE, StateSavingTest::through);
        assertEquals(
                java.util.Set.of(),
                model().shown().orElseThrow().presentation().orElseThrow().notApplied());
        assertArrayEquals(before, picture());
    }

    @Test
    void aSubtractedPictureIsKeptWithItsMask() throws Exception {
        var open = one("XA");
        var item =
                DataSet.builder()
                        .text(Tag.MASK_OPERATION, "AVG_SUB")
                        .integer(Tag.MASK_FRAME_NUMBERS, 1, 2)
                        .build();
        var shown = model().shown().orElseThrow();
        var masked =
                shown.header().dataSet().toBuilder()
                        .text(Tag.SOP_INSTANCE_UID, "2.25.990")
                        .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LOG")
                        .sequence(Tag.MASK_SUBTRACTION_SEQUENCE, item)
                        .build();
        desk.put(masked);
        var study =
                new CaseStudy(
                        open.current().uid(),
                        "1",
                        Optional.empty(),
                        StudyHeaders.read(open.current().uid(), List.of(masked)));
        var again = new OpenCase(study, List.of(), HangingProtocols.defaults(), System::nanoTime);
        Screens.run(
                () -> {
                    desk.desk.open(Optional.of(again));
                    desk.grid.perform(Action.LAYOUT_1X1);
                    again.goTo(0, 9);
                });
        desk.settle();
        var plain = picture();
        pressed(Action.SUBTRACT, () -> says("SUBTRAHERT"));
        var subtracted = picture();
        assertFalse(java.util.Arrays.equals(plain, subtracted));
        var state = save("DSA");
        var file = folder.resolve("pr.dcm");
        DicomWriter.write(file, state, TransferSyntax.EXPLICIT_LITTLE);
        var verified = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(verified.contains("Error"), verified);
        press(Action.RESET_VIEW);
        pressed(Action.SUBTRACT, () -> says("Maske ikke trukket fra"));
        assertArrayEquals(plain, picture());
        pressed(Action.PRESENTATION_STATE, () -> says("SUBTRAHERT"));
        assertArrayEquals(subtracted, picture());
        assertEquals(
                java.util.Set.of(),
                model().shown().orElseThrow().presentation().orElseThrow().notApplied());
        Screens.keep(desk.stage, "presentation-state-subtracted");
        pressed(Action.PRESENTATION_STATE, () -> !says("SUBTRAHERT"));
        assertArrayEquals(plain, picture());
    }

    /// How many shapes and notes the presentation state draws itself.
    private static int stated() throws Exception {
        return Screens.on(
                () ->
                        ((Region) desk.pane(0).lookup(".annotations"))
                                .getChildrenUnmodifiable()
                                .size());
    }

    @Test
    void escapeKeepsNothingAndLeavesTheView() throws Exception {
        var open = one("DX");
        press(Action.INVERT);
        press(Action.SAVE_PRESENTATION);
        Screens.until(() -> desk.stage.getScene().getFocusOwner() instanceof TextField);
        Screens.keep(desk.stage, "presentation-state-name");
        press(Action.CANCEL);
        assertEquals(Optional.empty(), model().saving().askingProperty(Scope.IMAGE).get());
        assertTrue(open.viewport(0).view().inverted());
        assertEquals(List.of(), KEPT);
    }

    @Test
    void aNameAskedForOneImageIsNotGivenToAnother() throws Exception {
        one("DX");
        press(Action.SAVE_PRESENTATION);
        var asked = model().saving().askingProperty(Scope.IMAGE);
        assertTrue(asked.get().isPresent());
        Screens.run(() -> desk.desk.open(Optional.empty()));
        Screens.until(() -> asked.get().isEmpty());
        assertEquals(List.of(), KEPT);
    }

    @Test
    void whatIsLifeSizeIsKeptAsTrueSize() throws Exception {
        one("DX");
        Screens.run(
                () -> {
                    desk.desk.lifeSize(java.util.OptionalDouble.of(0.25));
                    desk.pane(0).model().commands().zoom(new Zoom.LifeSize());
                });
        desk.settle();
        var state = save("LIVSSTOR");
        var area = state.item(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE).orElseThrow();
        assertEquals("TRUE SIZE", area.textOr(Tag.PRESENTATION_SIZE_MODE, ""));
        rightByOtherPrograms(state);
    }
}
