package org.tyde.ui.viewport;

import javafx.geometry.BoundingBox;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

import org.tyde.measure.Length;
import org.tyde.reading.OpenCase;
import org.tyde.reading.Zoom;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.badge.Claim;
import org.tyde.ui.viewport.state.ScreenPoint;

/// A real window at one scale factor: mouse, wheel, keys and resizing by a robot, each followed by a look at
/// the pixels of the monitor. Says each fact that held on a line; ends with `all` or a stack trace.
final class ScaledScreen {
    /// px: a place is cut to the pixel it lies in, also where it is written a hair short of it.
    private static final double HAIR = 1e-4;

    private final DeskOfSamples desk;
    private final OpenCase open;
    private final Robot robot;
    private final double scale;

    private ScaledScreen(double scale) throws Exception {
        this.scale = scale;
        desk = new DeskOfSamples(900, 640);
        Screens.run(
                () -> {
                    desk.stage.setX(40);
                    desk.stage.setY(32);
                    desk.stage.toFront();
                    desk.stage.requestFocus();
                });
        open = desk.open("MR");
        Screens.run(() -> desk.grid.perform(Action.REFERENCE_LINES));
        robot = Screens.on(Robot::new);
    }

    public static void main(String... arguments) {
        try {
            var screen = new ScaledScreen(Double.parseDouble(arguments[0]));
            screen.walk();
            System.out.println("all");
            Runtime.getRuntime().halt(0);
        } catch (Throwable failed) {
            failed.printStackTrace(System.out);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void check(boolean holds, String fact) {
        if (!holds) throw new AssertionError(fact);
        System.out.println(fact);
    }

    private void walk() throws Exception {
        double there = Screens.on(() -> desk.stage.getOutputScaleX());
        check(there == scale, "the window is drawn at " + there);
        exact("opened");
        wheel();
        keys();
        drag();
        measure();
        resize();
    }

    // ---- the monitor

    private void settle() throws Exception {
        desk.settle();
        Thread.sleep(250);
    }

    /// Each pixel of the monitor, in the middle of each viewport, is the pixel that was rendered.
    private void exact(String after) throws Exception {
        settle();
        for (int i = 0; i < desk.grid.viewports().size(); i++) {
            var pane = desk.pane(i);
            if (Screens.on(() -> pane.model().shown().isEmpty())) continue;
            var box = Screens.on(() -> pane.localToScreen(pane.getLayoutBounds()));
            for (double edge :
                    new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()})
                check(
                        Math.abs(edge * scale - Math.rint(edge * scale)) < 1e-6,
                        after + ": edge " + edge + " of viewport " + i + " between two pixels");
            int left = (int) Math.rint(box.getWidth() * scale * 0.3);
            int top = (int) Math.rint(box.getHeight() * scale * 0.3);
            int wide = (int) Math.rint(box.getWidth() * scale * 0.4);
            int high = (int) Math.rint(box.getHeight() * scale * 0.35);
            var seen = seen(box.getMinX() + left / scale, box.getMinY() + top / scale, wide, high);
            int differ = 0;
            int grey = 0;
            for (int y = 0; y < high; y++)
                for (int x = 0; x < wide; x++) {
                    int px = left + x;
                    int py = top + y;
                    int drawn = pane.argb(px, py);
                    if (drawn != seen.getPixelReader().getArgb(x, y)) differ++;
                    if ((drawn & 0xFF) > 20) grey++;
                }
            check(grey > 500, after + ": viewport " + i + " is not empty");
            check(
                    differ == 0,
                    after + ": viewport " + i + " pixel for pixel, " + differ + " differ");
        }
    }

    private WritableImage seen(double x, double y, int wide, int high) throws Exception {
        return Screens.on(
                () ->
                        robot.getScreenCapture(
                                null, x + HAIR, y + HAIR, wide / scale, high / scale, false));
    }

    // ---- the hand

    private void at(int viewport, double x, double y) throws Exception {
        var p = Screens.on(() -> desk.pane(viewport).localToScreen(x, y));
        Screens.run(() -> robot.mouseMove(p));
        Thread.sleep(120);
    }

    private void button(MouseButton button, boolean down) throws Exception {
        Screens.run(
                () -> {
                    if (down) robot.mousePress(button);
                    else robot.mouseRelease(button);
                });
        Thread.sleep(120);
    }

    private void wheel() throws Exception {
        at(1, 150, 140);
        Screens.run(() -> robot.mouseWheel(2));
        settle();
        check(open.viewport(1).view().frame() == 2, "two notches are two images");
        exact("scrolled");
    }

    private void keys() throws Exception {
        Screens.run(() -> desk.grid.perform(Action.NEXT_VIEWPORT));
        Screens.run(() -> open.activate(1));
        Screens.press(desk.pane(1), KeyCode.O);
        Screens.run(() -> desk.grid.perform(Action.ONE_TO_ONE));
        exact("1:1");
        check(open.viewport(1).view().zoom() instanceof Zoom.OneToOne, "the key is heard");
        var claims = Screens.on(() -> desk.pane(1).model().badgeProperty().get().claims());
        check(claims.stream().anyMatch(c -> c instanceof Claim.OneToOne), "the badge says 1:1");
    }

    private void drag() throws Exception {
        var before = Screens.on(() -> desk.pane(1).model().window().orElseThrow());
        at(1, 100, 100);
        button(MouseButton.PRIMARY, true);
        at(1, 140, 100);
        button(MouseButton.PRIMARY, false);
        settle();
        var after = Screens.on(() -> desk.pane(1).model().window().orElseThrow());
        check(after.width() > before.width(), "a drag to the right widens the window");
        exact("windowed");
    }

    /// The place under the pointer is the place in the image, and the handle is drawn there.
    private void measure() throws Exception {
        Screens.run(() -> desk.grid.perform(Action.FIT));
        settle();
        Screens.run(() -> desk.grid.perform(Action.TOOL_LENGTH));
        for (double x : new double[] {90, 190}) {
            at(1, x, 130);
            button(MouseButton.PRIMARY, true);
            button(MouseButton.PRIMARY, false);
        }
        settle();
        var length = (Length) open.marks().measurements().getFirst().figure();
        var pose = Screens.on(() -> desk.pane(1).model().shown().orElseThrow().pose());
        var from = pose.toScreen(length.from());
        var to = pose.toScreen(length.to());
        check(
                from.distance(new ScreenPoint(90, 130)) < 1 / scale + 1e-6,
                "it begins where clicked: " + from);
        check(
                to.distance(new ScreenPoint(190, 130)) < 1 / scale + 1e-6,
                "it ends where clicked: " + to);
        var box =
                Screens.on(
                        () ->
                                desk.pane(1)
                                        .localToScreen(
                                                new BoundingBox(
                                                        from.x() - 6, from.y() - 6, 12, 12)));
        int side = (int) Math.rint(12 * scale);
        var seen = seen(box.getMinX(), box.getMinY(), side, side);
        double sumX = 0;
        double sumY = 0;
        int yellow = 0;
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side * 0.6; x++) {
                int argb = seen.getPixelReader().getArgb(x, y);
                if ((argb >> 16 & 0xFF) - (argb & 0xFF) < 50) continue;
                yellow++;
                sumX += x + 0.5;
                sumY += y + 0.5;
            }
        check(yellow > 5, "the handle is drawn");
        check(
                Math.abs(sumY / yellow - side / 2.0) < 1.5 * scale,
                "around its point: " + sumX / yellow + ", " + sumY / yellow + " of " + side);
    }

    private void resize() throws Exception {
        Screens.run(() -> open.marking().undo());
        for (double width : new double[] {877, 801.6, 933}) {
            Screens.run(() -> desk.stage.setWidth(width));
            exact("resized to " + width);
        }
    }
}
