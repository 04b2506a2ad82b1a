package org.tyde.ui.viewport.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tyde.geometry.Point3;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.state.ScreenPoint;
import org.tyde.volume.Slab;
import org.tyde.volume.SlabProjection;

/// Three planes under mouse and keys.
class MprUseTest {
    private static final Point3 MIDDLE = new Point3(75, 89, 94);
    private static PhantomDesk desk;
    private static Robot robot;

    @BeforeAll
    static void open() throws Exception {
        desk = new PhantomDesk(1000, 760, PhantomDesk.ct());
        robot = Screens.on(Robot::new);
        desk.perform(Action.MPR);
        desk.settle();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void afresh() throws Exception {
        desk.perform(Action.RESET_VIEW);
        Screens.run(() -> desk.mpr.model().view(v -> v.movedTo(MIDDLE)));
        desk.settle();
        Thread.sleep(550); // so that no click is the second of two
    }

    private static MprModel model() {
        return desk.mpr.model();
    }

    private static void drag(int plane, ScreenPoint from, ScreenPoint to, MouseButton button)
            throws Exception {
        move(plane, from);
        Screens.run(() -> robot.mousePress(button));
        move(plane, new ScreenPoint((from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
        move(plane, to);
        Screens.run(() -> robot.mouseRelease(button));
        desk.settle();
    }

    private static void move(int plane, ScreenPoint at) throws Exception {
        Screens.run(() -> robot.mouseMove(desk.plane(plane).localToScreen(at.x(), at.y())));
        Thread.sleep(20);
    }

    private static PlaneLook look(int plane) throws Exception {
        return Screens.on(() -> desk.plane(plane).look().orElseThrow());
    }

    private static ScreenPoint cross(int plane, double dx, double dy) throws Exception {
        var look = look(plane);
        var at = look.toScreen(look.view().cross());
        return new ScreenPoint(at.x() + dx, at.y() + dy);
    }

    @Test
    void theMiddleMovesBothOtherPlanes() throws Exception {
        double mm = look(0).mm();
        drag(0, cross(0, 0, 0), cross(0, 30, -20), MouseButton.PRIMARY);
        var now = model().view().cross();
        assertEquals(MIDDLE.x() + 30 * mm, now.x(), mm + 1e-6);
        assertEquals(MIDDLE.y() - 20 * mm, now.y(), mm + 1e-6);
        assertEquals(MIDDLE.z(), now.z(), 1e-9);
    }

    @Test
    void aLineMovesItsOwnPlaneOnly() throws Exception {
        double mm = look(1).mm();
        // the level line of the coronal plane is the axial one
        drag(1, cross(1, 45, 0), cross(1, 60, -25), MouseButton.PRIMARY);
        var now = model().view().cross();
        assertEquals(MIDDLE.z() + 25 * mm, now.z(), mm + 1e-6);
        assertEquals(MIDDLE.x(), now.x(), 1e-9);
        assertEquals(MIDDLE.y(), now.y(), 1e-9);
    }

    @Test
    void aRingTurnsTheOtherPlanesAndLeavesThisPicture() throws Exception {
        var before = look(0);
        double reach = 0.72 * Math.min(before.width(), before.height()) / 2;
        double turned = Math.toRadians(25);
        drag(
                0,
                cross(0, reach, 0),
                cross(0, reach * Math.cos(turned), reach * Math.sin(turned)),
                MouseButton.PRIMARY);
        assertEquals(25, model().view().obliquity(org.tyde.geometry.AnatomicPlane.CORONAL), 1);
        assertEquals(0, model().view().obliquity(org.tyde.geometry.AnatomicPlane.AXIAL), 1e-6);
        var at = new ScreenPoint(100, 100);
        assertEquals(0, before.toPatient(at).distance(look(0).toPatient(at)), 1e-6);
        assertTrue(desk.plane(1).words().place().getFirst().contains("dreid"));
    }

    @Test
    void theWheelGoesThroughTheVolumeAndWithAltSetsTheThickness() throws Exception {
        move(0, cross(0, 60, 60));
        Screens.run(() -> robot.mouseWheel(2));
        desk.settle();
        assertEquals(MIDDLE.z() - 2 * 3, model().view().cross().z(), 1e-6);
        Screens.run(() -> desk.plane(0).fireEvent(wheelWithAlt(120)));
        desk.settle();
        assertEquals(new Slab(SlabProjection.MAXIMUM, 3), model().slab());
        assertEquals(MIDDLE.z() - 2 * 3, model().view().cross().z(), 1e-6);
    }

    /// The robot of the headless platform knows no modifiers.
    private static ScrollEvent wheelWithAlt(double up) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                100,
                100,
                100,
                100,
                false,
                false,
                true,
                false,
                false,
                false,
                0,
                up,
                0,
                up,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void theWheelDoesNotLeaveTheVolume() throws Exception {
        for (int n = 0; n < 40; n++) desk.perform(Action.NEXT_TEN_IMAGES);
        assertEquals(5 - 1.5, model().view().cross().z(), 1e-6);
        for (int n = 0; n < 40; n++) desk.perform(Action.PREVIOUS_TEN_IMAGES);
        assertEquals(5 + 59 * 3 + 1.5, model().view().cross().z(), 1e-6);
    }

    @Test
    void elsewhereTheLeftButtonWindowsAllThreePlanes() throws Exception {
        var before = model().window();
        drag(2, cross(2, 40, 40), cross(2, 70, 40), MouseButton.PRIMARY);
        assertTrue(model().window().width() > before.width());
        assertEquals(before.center(), model().window().center());
        var words = "W " + (int) model().window().width();
        for (var plane : desk.mpr.planes())
            assertTrue(plane.words().view().getFirst().startsWith(words));
        desk.perform(Action.PRESET_FILE);
    }

    @Test
    void aLengthIsInMillimetresOfThePatientAndIsKeptWithItsPlane() throws Exception {
        double mm = look(0).mm();
        Screens.run(() -> model().activate(org.tyde.geometry.AnatomicPlane.AXIAL));
        desk.perform(Action.TOOL_LENGTH);
        drag(0, cross(0, 30, 30), cross(0, 90, 110), MouseButton.PRIMARY);
        var length = Screens.on(() -> desk.plane(0).ruler().length().orElseThrow());
        assertEquals(100 * mm, length.value(), 2 * mm);
        assertEquals("mm", length.unit().ucum());
        desk.perform(Action.NEXT_IMAGE);
        desk.settle();
        assertTrue(Screens.on(() -> desk.plane(0).ruler().length().isEmpty()));
        Screens.run(() -> model().goTo(model().lengths().getLast()));
        desk.settle();
        assertEquals(length, Screens.on(() -> desk.plane(0).ruler().length().orElseThrow()));
        Screens.keep(desk.stage, "mpr-length");
        var kept = Screens.on(() -> desk.desk.openCase().orElseThrow().marks().onPlanes("1.2.3.1"));
        assertEquals(1, kept.size());
        desk.perform(Action.DELETE_SELECTED);
        assertEquals(0, Screens.on(() -> model().lengths().size()));
        Screens.run(() -> desk.desk.openCase().orElseThrow().marking().undo());
        assertEquals(1, Screens.on(() -> model().lengths().size()));
        Screens.run(() -> desk.desk.openCase().orElseThrow().marking().undo());
    }

    @Test
    void escapeLeadsBackAndKeysReachTheImagesAgain() throws Exception {
        desk.perform(Action.CANCEL);
        assertFalse(Screens.on(desk.mpr::isVisible));
        assertFalse(Screens.on(() -> desk.mpr.perform(Action.INVERT)));
        desk.perform(Action.MPR);
        desk.settle();
    }
}
