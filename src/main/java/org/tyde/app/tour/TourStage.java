package org.tyde.app.tour;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

import org.tyde.app.desk.Desk;
import org.tyde.app.house.House;
import org.tyde.imaging.picture.PngFile;
import org.tyde.settings.Settings;
import org.tyde.settings.TydeHome;

import java.io.IOException;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The workstation of the tour on a screen that nobody sees, with a hand on its keys and mouse.
final class TourStage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final House house;
    private final Tour tour;
    private final Desk desk;
    private final Robot robot;

    TourStage(TydeHome home, Settings settings, House house, Tour tour, Tour.Screen screen)
            throws IOException {
        this.house = house;
        this.tour = tour;
        start();
        try {
            desk =
                    on(
                            () -> {
                                var stage = new Stage();
                                stage.setX(0);
                                stage.setY(0);
                                stage.setWidth(screen.width());
                                stage.setHeight(screen.height());
                                return new Desk(stage, home, settings, house);
                            });
            robot = on(Robot::new);
            run(desk.workstation()::show);
        } catch (IOException refused) {
            throw refused;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void start() {
        var up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            up.await();
        } catch (IllegalStateException alreadyUp) {
            up.countDown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Platform.setImplicitExit(false);
    }

    Desk desk() {
        return desk;
    }

    House house() {
        return house;
    }

    /// Does something on the JavaFX thread.
    <T> T on(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        org.tyde.ui.FxThread.FX.execute(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) throw cause;
            throw failed;
        }
    }

    /// Does something on the JavaFX thread.
    void run(Runnable work) throws Exception {
        on(
                () -> {
                    work.run();
                    return true;
                });
    }

    /// Waits until a fact holds.
    void until(String fact, BooleanSupplier holds) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(holds::getAsBoolean)) {
            if (System.nanoTime() > end) throw new TimeoutException("never: " + fact);
            Thread.sleep(10);
        }
    }

    Scene scene() {
        return desk.workstation().scene();
    }

    /// Presses and releases a key, with those held that come before it.
    void key(KeyCode... codes) throws Exception {
        for (var code : codes) run(() -> robot.keyPress(code));
        Thread.sleep(30);
        for (int i = codes.length - 1; i >= 0; i--) {
            var code = codes[i];
            run(() -> robot.keyRelease(code));
        }
        Thread.sleep(30);
    }

    /// Types text where the keyboard is.
    void type(String text) throws Exception {
        for (var c : text.split("")) {
            var typed =
                    new KeyEvent(
                            KeyEvent.KEY_TYPED,
                            c,
                            "",
                            KeyCode.UNDEFINED,
                            false,
                            false,
                            false,
                            false);
            run(
                    () ->
                            Event.fireEvent(
                                    Optional.ofNullable(scene().getFocusOwner())
                                            .orElse(scene().getRoot()),
                                    typed));
        }
    }

    /// Turns the wheel over a node, downwards for positive notches.
    void wheel(Node node, int notches) throws Exception {
        move(node, node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
        for (int i = 0; i < Math.abs(notches); i++) {
            run(() -> robot.mouseWheel(notches > 0 ? 1 : -1));
            Thread.sleep(20);
        }
    }

    /// Moves the mouse to a place in a node, in its px.
    void move(Node node, double x, double y) throws Exception {
        run(() -> robot.mouseMove(node.localToScreen(x, y)));
        Thread.sleep(20);
    }

    /// Clicks with the left button at a place in a node, in its px.
    void click(Node node, double x, double y) throws Exception {
        move(node, x, y);
        run(() -> robot.mousePress(MouseButton.PRIMARY));
        run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Thread.sleep(60);
    }

    /// Drags with the left button over a node, in its px.
    void drag(Node node, double x, double y, double dx, double dy) throws Exception {
        move(node, x, y);
        run(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int i = 1; i <= 8; i++) move(node, x + dx * i / 8, y + dy * i / 8);
        run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Thread.sleep(60);
    }

    /// Photographs the control window once it has come to rest.
    void photograph(String name) throws Exception {
        photograph(name, scene());
    }

    void photograph(String name, Scene scene) throws Exception {
        for (int i = 0; i < 4; i++) {
            run(() -> scene.getRoot().layout());
            Thread.sleep(60);
        }
        var picture = on(() -> scene.snapshot(null));
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var pixels = IntBuffer.allocate(width * height);
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, width);
        var file = tour.file(name + ".png");
        PngFile.write(file, pixels.rewind(), width, height);
        tour.made(file);
    }

    @Override
    public void close() throws IOException {
        try {
            on(
                    () -> {
                        desk.close();
                        return true;
                    });
        } catch (IOException refused) {
            throw refused;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
