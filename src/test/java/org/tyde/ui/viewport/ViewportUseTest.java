package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tyde.geometry.ImagePoint;
import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.lut.Window;
import org.tyde.imaging.picture.Renderer;
import org.tyde.measure.Length;
import org.tyde.reading.OpenCase;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;
import org.tyde.ui.control.Prompt;
import org.tyde.ui.control.StatePane;
import org.tyde.ui.viewport.state.ScreenPoint;
import org.tyde.ui.viewport.thumbnail.ThumbnailStrip;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reading a brain MR of four series with mouse and keys.
class ViewportUseTest {
    private static DeskOfSamples desk;
    private static Robot robot;
    private OpenCase open;

    @BeforeAll
    static void open() throws Exception {
        desk = new DeskOfSamples(1000, 800);
        robot = Screens.on(Robot::new);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void afresh() throws Exception {
        open = desk.open("MR");
        Thread.sleep(550); // so that no click is the second of two
    }

    /// The middle of a viewport and so far from it.
    private static void at(int viewport, double dx, double dy) throws Exception {
        Screens.run(
                () -> {
                    var pane = desk.pane(viewport);
                    var there =
                            pane.localToScreen(pane.getWidth() / 2 + dx, pane.getHeight() / 2 + dy);
                    robot.mouseMove(there);
                });
        Thread.sleep(20);
    }

    private static void press(MouseButton button) throws Exception {
        Screens.run(() -> robot.mousePress(button));
    }

    private static void release(MouseButton button) throws Exception {
        Screens.run(() -> robot.mouseRelease(button));
        desk.settle();
    }

    private static void click(int viewport, double dx, double dy) throws Exception {
        at(viewport, dx, dy);
        press(MouseButton.PRIMARY);
        release(MouseButton.PRIMARY);
        Thread.sleep(30);
    }

    private static void perform(Action action) throws Exception {
        assertTrue(Screens.on(() -> desk.grid.perform(action)), action.name());
        desk.settle();
    }

    private static Window window(int viewport) throws Exception {
        return Screens.on(() -> desk.pane(viewport).model().window().orElseThrow());
    }

    @Test
    void thePixelsOnScreenAreTheRenderers() throws Exception {
        var pane = desk.pane(1);
        var shown = Screens.on(() -> pane.model().shown().orElseThrow());
        int w = (int) Math.ceil(pane.getWidth());
        int h = (int) Math.ceil(pane.getHeight());
        var expected = IntBuffer.allocate(w * h);
        new Renderer()
                .render(shown.frame(), shown.pipeline(), shown.pose().matrix(1), w, h, expected);
        var snapshot = Screens.on(() -> desk.stage.getScene().snapshot(null));
        int x0 = (int) pane.getLayoutX();
        int y0 = (int) pane.getLayoutY();
        // the middle of the picture, where no words stand
        for (int y = 120; y < h - 120; y++)
            for (int x = 150; x < w - 60; x++) {
                int there = snapshot.getPixelReader().getArgb(x0 + x, y0 + y);
                assertEquals(expected.get(y * w + x), there, x + "," + y);
                assertEquals(expected.get(y * w + x), pane.argb(x, y), x + "," + y);
            }
    }

    @Test
    void theWheelGoesToTheViewportUnderThePointerWhateverHasFocus() throws Exception {
        Screens.run(() -> desk.pane(0).requestFocus());
        Screens.run(() -> open.linkWithinStudy(false));
        at(2, 0, 0);
        Screens.run(() -> robot.mouseWheel(3));
        desk.settle();
        assertEquals(3, open.viewport(2).view().frame());
        assertEquals(0, open.viewport(0).view().frame());
        assertEquals("Bilde 4 av 26", desk.pane(2).words().place().getFirst());
        Screens.run(() -> robot.mouseWheel(-10));
        desk.settle();
        assertEquals(0, open.viewport(2).view().frame());
    }

    @Test
    void draggingRightMakesWiderAndUpBrighter() throws Exception {
        var before = window(1);
        at(1, 0, 0);
        press(MouseButton.PRIMARY);
        at(1, 60, 0);
        release(MouseButton.PRIMARY);
        var wider = window(1);
        assertTrue(wider.width() > before.width(), wider.toString());
        assertEquals(before.center(), wider.center());
        at(1, -60, 0);
        press(MouseButton.PRIMARY);
        at(1, -60, -60);
        release(MouseButton.PRIMARY);
        var brighter = window(1);
        assertTrue(brighter.center() < wider.center(), brighter.toString());
        assertEquals(wider.width(), brighter.width());
        assertTrue(desk.pane(1).words().view().getFirst().startsWith("W "));
        assertEquals(1, open.active());
    }

    @Test
    void upIsBrighterAlsoWhenInverted() throws Exception {
        click(1, 0, 0);
        perform(Action.INVERT);
        var before = window(1);
        at(1, 80, 0);
        press(MouseButton.PRIMARY);
        at(1, 80, -60);
        release(MouseButton.PRIMARY);
        assertTrue(window(1).center() > before.center());
    }

    @Test
    void aLengthTakesOneKeyAndTwoClicksAndTheToolFallsBack() throws Exception {
        click(1, 0, 0);
        perform(Action.TOOL_LENGTH);
        click(1, -40, 10);
        assertTrue(
                Screens.on(() -> desk.pane(1).model().drawing().draftProperty().get()).isPresent());
        click(1, 60, 10);
        assertEquals(Action.TOOL_WINDOW, Screens.on(() -> desk.desk.tools().left().action()));
        assertEquals(1, open.marks().measurements().size());
        var drawn = (Length) open.marks().measurements().getFirst().figure();
        var pose = Screens.on(() -> desk.pane(1).model().shown().orElseThrow().pose());
        assertEquals(100 / pose.perColumn(), drawn.to().column() - drawn.from().column(), 0.7);

        // its end is taken hold of and moved; one drag is one step back
        at(1, 60, 10);
        press(MouseButton.PRIMARY);
        at(1, 80, 30);
        at(1, 60, 50);
        release(MouseButton.PRIMARY);
        var moved = (Length) open.marks().measurements().getFirst().figure();
        assertEquals(drawn.from(), moved.from());
        assertEquals(40 / pose.perRow(), moved.to().row() - drawn.to().row(), 0.7);
        desk.keep("viewport-length");
        perform(Action.UNDO);
        assertEquals(drawn, open.marks().measurements().getFirst().figure());
        perform(Action.REDO);
        perform(Action.DELETE_SELECTED);
        assertEquals(0, open.marks().measurements().size());
    }

    @Test
    void whatIsHalfDrawnIsGivenUpByTheRightButtonOrByDrawingElsewhere() throws Exception {
        click(1, 0, 0);
        perform(Action.TOOL_LENGTH);
        click(1, -40, 10);
        click(2, -40, 10);
        assertTrue(
                Screens.on(() -> desk.pane(1).model().drawing().draftProperty().get()).isEmpty());
        assertTrue(
                Screens.on(() -> desk.pane(2).model().drawing().draftProperty().get()).isPresent());
        press(MouseButton.SECONDARY);
        release(MouseButton.SECONDARY);
        assertTrue(
                Screens.on(() -> desk.pane(2).model().drawing().draftProperty().get()).isEmpty());
        assertFalse(desk.grid.menu().isVisible());
        assertEquals(Action.TOOL_WINDOW, Screens.on(() -> desk.desk.tools().left().action()));
        assertEquals(0, open.marks().measurements().size());
    }

    @Test
    void theNumbersOfTwoMeasurementsAtOnePlaceDoNotCoverEachOther() throws Exception {
        click(1, 0, 0);
        for (int i = 0; i < 3; i++) {
            perform(Action.TOOL_LENGTH);
            click(1, -70, -30 + 14 * i);
            click(1, 20, 3 * i);
        }
        desk.keep("viewport-numbers");
        var bounds =
                Screens.on(
                        () ->
                                desk.pane(1).lookupAll(".measurement .outlined-text").stream()
                                        .map(t -> t.localToScene(t.getLayoutBounds()))
                                        .toList());
        assertEquals(3, bounds.size());
        for (var a : bounds)
            for (var b : bounds)
                if (!a.equals(b))
                    assertTrue(
                            Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY())
                                    <= 5,
                            a + " " + b);
    }

    @Test
    void anAngleTakesThreeClicksAndAnEllipseSaysWhatLiesInIt() throws Exception {
        click(1, 0, 0);
        perform(Action.TOOL_ANGLE);
        click(1, -80, 60);
        click(1, 0, 60);
        assertEquals(0, open.marks().measurements().size());
        click(1, 0, -20);
        assertEquals(1, open.marks().measurements().size());
        perform(Action.TOOL_ELLIPSE);
        click(1, -30, -60);
        click(1, 40, -10);
        assertEquals(2, open.marks().measurements().size());
        desk.keep("viewport-ellipse");
    }

    @Test
    void aFlippedImageSaysSoAndItsLettersFollow() throws Exception {
        click(1, 0, 0);
        assertEquals("R", desk.pane(1).words().edges().getFirst());
        perform(Action.FLIP_HORIZONTAL);
        assertTrue(desk.pane(1).words().warnings().contains("SPEILVENDT"));
        assertEquals("L", desk.pane(1).words().edges().getFirst());
        perform(Action.ROTATE_RIGHT);
        assertEquals("L", desk.pane(1).words().edges().get(1));
        perform(Action.CANCEL);
        assertFalse(desk.pane(1).words().warnings().contains("SPEILVENDT"));
        assertEquals("R", desk.pane(1).words().edges().getFirst());
    }

    @Test
    void textOffNeverHidesWhoItIs() throws Exception {
        perform(Action.TEXT_ON_OFF);
        Screens.until(() -> desk.pane(0).words().view().isEmpty());
        assertEquals(2, desk.pane(0).words().identity().size());
        perform(Action.TEXT_ON_OFF);
        Screens.until(() -> !desk.pane(0).words().view().isEmpty());
    }

    @Test
    void zoomKeepsThePlaceUnderThePointerAndPanFollowsTheHand() throws Exception {
        click(1, 0, 0);
        var model = desk.pane(1).model();
        at(1, 50, 30);
        var spot =
                new ScreenPoint(
                        desk.pane(1).getWidth() / 2 + 50, desk.pane(1).getHeight() / 2 + 30);
        var before = Screens.on(() -> model.toImage(spot).orElseThrow());
        press(MouseButton.SECONDARY);
        at(1, 50, -70);
        release(MouseButton.SECONDARY);
        var after = Screens.on(() -> model.toImage(spot).orElseThrow());
        assertEquals(before.column(), after.column(), 0.5);
        assertEquals(before.row(), after.row(), 0.5);
        assertFalse(desk.grid.menu().isVisible());
        at(1, 0, 0);
        press(MouseButton.MIDDLE);
        at(1, 25, 0);
        release(MouseButton.MIDDLE);
        var panned = Screens.on(() -> model.toImage(spot.plus(25, 0)).orElseThrow());
        assertEquals(after.column(), panned.column(), 0.5);
        perform(Action.FIT);
    }

    @Test
    void rightClickOpensTheMenuOfEightPlacesAtThePointer() throws Exception {
        at(1, 0, 0);
        press(MouseButton.SECONDARY);
        release(MouseButton.SECONDARY);
        assertTrue(desk.grid.menu().isVisible());
        desk.keep("viewport-menu");
        at(1, 124, -44);
        press(MouseButton.PRIMARY);
        release(MouseButton.PRIMARY);
        assertFalse(desk.grid.menu().isVisible());
        assertEquals(Action.TOOL_LENGTH, Screens.on(() -> desk.desk.tools().left().action()));
        perform(Action.CANCEL);
    }

    @Test
    void onAMeasurementTheMenuLeadsIntoTheReportAndToEarlierLesions() throws Exception {
        var done = new ArrayList<Action>();
        Screens.run(() -> desk.grid.leaveThrough(done::add));
        var model = desk.pane(1).model();
        var middle = new ScreenPoint(desk.pane(1).getWidth() / 2, desk.pane(1).getHeight() / 2);
        var from = Screens.on(() -> model.toImage(middle).orElseThrow());
        var made =
                Screens.on(
                        () ->
                                open.marking()
                                        .add(
                                                model.shown().orElseThrow().key(),
                                                new Length(from, from.plus(30, 0))));
        desk.settle();
        at(1, 0, 0);
        press(MouseButton.SECONDARY);
        release(MouseButton.SECONDARY);
        assertEquals(Optional.of(made.id()), Screens.on(() -> desk.desk.chosen()));
        desk.keep("viewport-menu-measurement");
        var buttons = Screens.on(() -> List.copyOf(desk.grid.menu().lookupAll(".button")));
        assertEquals(11, buttons.size());
        Screens.run(() -> ((javafx.scene.control.Button) buttons.getLast()).fire());
        assertEquals(List.of(Action.TIE_LESION), done);
        Screens.run(() -> open.marking().delete(made.id()));
        assertEquals(Optional.empty(), Screens.on(() -> desk.desk.chosen()));
        Screens.run(() -> desk.grid.leaveThrough(_ -> {}));
    }

    @Test
    void escapeClosesTheMenuAndOnlyThat() throws Exception {
        click(1, 0, 0);
        perform(Action.INVERT);
        at(1, 0, 0);
        press(MouseButton.SECONDARY);
        release(MouseButton.SECONDARY);
        perform(Action.CANCEL);
        assertFalse(desk.grid.menu().isVisible());
        assertTrue(open.viewport(1).view().inverted(), "the view is as it was");
        perform(Action.CANCEL);
        assertFalse(open.viewport(1).view().inverted());
    }

    @Test
    void anEmptyViewportSaysSoOnlyWhenNothingMoreCanCome() throws Exception {
        Screens.run(() -> desk.desk.arrivingProperty().set(true));
        Screens.run(() -> open.layout(new ScreenLayout(3, 3)));
        desk.settle();
        assertFalse(Screens.on(() -> state(8).isVisible()));
        Screens.run(() -> desk.desk.arrivingProperty().set(false));
        assertTrue(Screens.on(() -> state(8).isVisible()));
    }

    private static Node state(int viewport) {
        return desk.pane(viewport).getChildrenUnmodifiable().stream()
                .filter(StatePane.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePictureIsInTheMiddleOfItsViewportAlsoBeforeItIsMadeAnew() throws Exception {
        click(1, 0, 0);
        var beside = Screens.on(() -> 2 * desk.pane(1).getWidth());
        Screens.run(
                () -> {
                    open.toggleMaximised(1);
                    desk.grid.layout();
                    desk.pane(1).layout();
                    var layer = desk.pane(1).lookup("ImageView").getParent();
                    layer.layout();
                    var picture = layer.getChildrenUnmodifiable().getFirst().getBoundsInParent();
                    assertEquals(desk.pane(1).getWidth() / 2, picture.getCenterX(), 1);
                    assertEquals(desk.pane(1).getHeight() / 2, picture.getCenterY(), 1);
                    assertEquals(beside, picture.getWidth(), 4, "twice as large as before");
                });
        desk.settle();
        perform(Action.MAXIMISE);
    }

    @Test
    void doubleClickFillsTheWindowAndBack() throws Exception {
        at(2, 0, 0);
        for (int i = 0; i < 2; i++) {
            press(MouseButton.PRIMARY);
            release(MouseButton.PRIMARY);
        }
        desk.settle();
        assertEquals(desk.grid.getWidth(), desk.pane(2).getWidth());
        assertEquals(desk.grid.getHeight(), desk.pane(2).getHeight());
        desk.keep("viewport-alone");
        perform(Action.MAXIMISE);
        assertTrue(desk.pane(2).getWidth() < desk.grid.getWidth());
    }

    @Test
    void lifeSizeIsRefusedWithASentenceWhereTheMonitorIsNotKnown() throws Exception {
        perform(Action.LIFE_SIZE);
        assertEquals(new org.tyde.reading.Zoom.Fit(), open.viewport(open.active()).view().zoom());
        desk.keep("viewport-refusal");
    }

    @Test
    void inLifeSizeAMillimetreOfThePatientIsAMillimetreOfGlass() throws Exception {
        Screens.run(() -> desk.desk.lifeSize(OptionalDouble.of(0.2)));
        perform(Action.LIFE_SIZE);
        var shown = Screens.on(() -> desk.pane(open.active()).model().shown().orElseThrow());
        var spacing = shown.header().spacing(shown.key().frame()).orElseThrow();
        double mm = shown.frame().fullColumns() * spacing.column();
        assertEquals(mm / 0.2, shown.pose().width(), 1e-6);
        Screens.run(() -> desk.desk.lifeSize(OptionalDouble.empty()));
    }

    @Test
    void greysAreSentAsTheMonitorNeedsThemAndItsCheckIsSaid() throws Exception {
        int index = open.active();
        int p = Screens.on(() -> desk.pane(index).argb(200, 200)) & 0xFF;
        var function = org.tyde.imaging.lut.DisplayFunction.srgb(0.3, 300, 0.2);
        var day = java.time.LocalDate.now(java.time.ZoneId.systemDefault());
        var check =
                new org.tyde.ui.viewport.badge.Monitor.Checked(
                        day, day.plusYears(1), org.tyde.ui.viewport.badge.Monitor.Found.SRGB);
        Screens.run(() -> desk.desk.monitor(check, function));
        desk.settle();
        assertTrue(p > 0, "a grey of the head");
        assertEquals(
                0xFF000000 | function.level(p) * 0x010101,
                Screens.on(() -> desk.pane(index).argb(200, 200)));
        assertTrue(Screens.on(() -> desk.pane(index).badge()).contains("skjerm korrigert"));
        desk.keep("viewport-monitor-corrected");
        Screens.run(
                () ->
                        desk.desk.monitor(
                                new org.tyde.ui.viewport.badge.Monitor.NotKnown(),
                                org.tyde.imaging.lut.DisplayFunction.STRAIGHT));
    }

    @Test
    void anotherPatientBlanksFirstAndNothingOfTheOneBeforeComesBack() throws Exception {
        Screens.run(
                () -> {
                    open.goTo(0, 10); // on its way when the case is closed
                    desk.desk.open(Optional.empty());
                });
        Thread.sleep(300);
        Screens.run(
                () -> {
                    for (int i = 0; i < 4; i++) assertEquals(0, desk.pane0(i).argb(100, 100));
                });
        var picture = Screens.on(() -> desk.stage.getScene().snapshot(null));
        for (int y = 0; y < 800; y += 7)
            for (int x = 0; x < 1000; x += 7)
                assertEquals(0xFF000000, picture.getPixelReader().getArgb(x, y), x + "," + y);
    }

    @Test
    void seriesOfOneSpaceScrollTogetherByPosition() throws Exception {
        click(1, 0, 0);
        perform(Action.NEXT_TEN_IMAGES);
        double level = open.viewport(1).frame().orElseThrow().level().orElseThrow();
        for (int i = 2; i < 4; i++) {
            double other = open.viewport(i).frame().orElseThrow().level().orElseThrow();
            assertEquals(level, other, 3, "viewport " + i);
        }
        perform(Action.FIRST_IMAGE);
    }

    @Test
    void aThumbnailIsDroppedIntoAnyViewport() throws Exception {
        var strip = Screens.on(() -> new ThumbnailStrip(desk.desk));
        assertEquals(open.hang().stacks().size(), Screens.on(strip::size));
        var last = open.hang().stacks().getLast();
        Screens.run(() -> desk.pane(0).drop(last.id()));
        desk.settle();
        assertEquals(last, open.viewport(0).stack().orElseThrow());
        var stage = Screens.show(strip, 150, 800);
        Thread.sleep(500);
        Screens.keep(stage, "thumbnails");
        Screens.run(stage::close);
    }

    @Test
    void clipsPlayInStepSlowerAndToAndFro() throws Exception {
        open = desk.open("XA");
        Screens.run(open.clips()::stopAll);
        perform(Action.CINE_ALL);
        perform(Action.CINE_SLOWER);
        perform(Action.CINE_SWEEP);
        var playing =
                Screens.on(
                        () -> open.viewports().stream().flatMap(v -> v.cine().stream()).toList());
        assertTrue(playing.size() > 1, "several runs");
        for (var cine : playing)
            assertTrue(cine.speed() == 0.75 && cine.sweeps(), "in step: " + cine);
        perform(Action.CINE_ALL);
        assertTrue(Screens.on(() -> open.viewports().stream().allMatch(v -> v.cine().isEmpty())));
    }

    @Test
    void theReaderSaysHowLongALineIs() throws Exception {
        click(0, 0, 0);
        perform(Action.CALIBRATE);
        assertFalse(
                Screens.on(
                        () ->
                                desk.pane(0)
                                        .model()
                                        .calibrating()
                                        .askingProperty()
                                        .get()
                                        .isPresent()));
        var frame = open.viewport(0).frame().orElseThrow();
        var line = new Length(new ImagePoint(20, 20), new ImagePoint(20, 70));
        Screens.run(
                () -> {
                    var one = open.marking().add(frame.key(), line);
                    var model = desk.pane(0).model();
                    model.drawing().selectedProperty().set(Optional.of(one.id()));
                });
        perform(Action.CALIBRATE);
        var prompt = (Prompt) desk.pane(0).lookup(".calibration");
        Screens.run(
                () -> {
                    assertTrue(prompt.isVisible());
                    prompt.answer().setText("12,5");
                    prompt.answer().fireEvent(new javafx.event.ActionEvent());
                });
        var known = Screens.on(() -> open.marking().calibration(frame.key())).orElseThrow();
        assertEquals(0.25, known.row(), 1e-9);
        desk.settle();
        assertTrue(
                desk.pane(0).words().scaleBar().orElseThrow().words().contains("brukerkalibrert"));
        Screens.run(() -> open.marking().calibrate(frame.key(), Optional.empty()));
    }
}
