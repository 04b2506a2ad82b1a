package org.tyde.app.tour;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import org.tyde.app.Desk;
import org.tyde.app.House;
import org.tyde.imaging.PngFile;
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
    /// The headless screen's size.
    static final int SIDE = 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final House house;
    private final Tour tour;
    private final Desk desk;

    TourStage(TydeHome home, Settings settings, House house, Tour tour) throws IOException {
        this.house = house;
        this.tour = tour;
        start();
        try {
            desk =
                    on(
                            () -> {
                                var stage = new Stage();
                                stage.setWidth(SIDE);
                                stage.setHeight(SIDE);
                                return new Desk(stage, home, settings, house);
                            });
            on(
                    () -> {
                        desk.workstation().show();
                        return true;
                    });
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

    /// Presses and releases a key where the keyboard is.
    void key(KeyCode code, boolean control) throws Exception {
        run(
                () -> {
                    var focus = Optional.ofNullable(scene().getFocusOwner());
                    Node target = focus.orElse(scene().getRoot());
                    for (var type : java.util.List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED))
                        Event.fireEvent(
                                target,
                                new KeyEvent(type, "", "", code, false, control, false, false));
                });
    }

    void key(KeyCode code) throws Exception {
        key(code, false);
    }

    /// Types text where the keyboard is.
    void type(String text) throws Exception {
        for (var c : text.split(""))
            run(
                    () -> {
                        var focus = Optional.ofNullable(scene().getFocusOwner());
                        Event.fireEvent(
                                focus.orElse(scene().getRoot()),
                                new KeyEvent(
                                        KeyEvent.KEY_TYPED,
                                        c,
                                        "",
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false));
                    });
    }

    /// Turns the wheel over a node, downwards for positive notches.
    void wheel(Node node, int notches) throws Exception {
        for (int i = 0; i < Math.abs(notches); i++)
            run(
                    () -> {
                        var at = middle(node);
                        Event.fireEvent(
                                node,
                                new ScrollEvent(
                                        ScrollEvent.SCROLL,
                                        at.getX(),
                                        at.getY(),
                                        at.getX(),
                                        at.getY(),
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        0,
                                        notches > 0 ? -40 : 40,
                                        0,
                                        notches > 0 ? -40 : 40,
                                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                                        0,
                                        ScrollEvent.VerticalTextScrollUnits.NONE,
                                        0,
                                        0,
                                        null));
                    });
    }

    private static javafx.geometry.Point2D middle(Node node) {
        var bounds = node.getBoundsInLocal();
        return new javafx.geometry.Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /// Drags with the left button over a node, from and by shares of its size.
    void drag(Node node, double fromX, double fromY, double toX, double toY) throws Exception {
        mouse(node, MouseEvent.MOUSE_PRESSED, fromX, fromY, true);
        for (int i = 1; i <= 8; i++)
            mouse(
                    node,
                    MouseEvent.MOUSE_DRAGGED,
                    fromX + (toX - fromX) * i / 8,
                    fromY + (toY - fromY) * i / 8,
                    true);
        mouse(node, MouseEvent.MOUSE_RELEASED, toX, toY, false);
    }

    /// Clicks with the left button.
    void click(Node node, double x, double y) throws Exception {
        mouse(node, MouseEvent.MOUSE_MOVED, x, y, false);
        mouse(node, MouseEvent.MOUSE_PRESSED, x, y, true);
        mouse(node, MouseEvent.MOUSE_RELEASED, x, y, false);
        mouse(node, MouseEvent.MOUSE_CLICKED, x, y, false);
    }

    void mouse(Node node, javafx.event.EventType<MouseEvent> type, double x, double y, boolean down)
            throws Exception {
        run(
                () -> {
                    var bounds = node.getBoundsInLocal();
                    double px = bounds.getMinX() + x * bounds.getWidth();
                    double py = bounds.getMinY() + y * bounds.getHeight();
                    var onScene = node.localToScene(px, py);
                    var onScreen = node.localToScreen(px, py);
                    boolean moved = type.equals(MouseEvent.MOUSE_MOVED);
                    Event.fireEvent(
                            node,
                            new MouseEvent(
                                    node,
                                    node,
                                    type,
                                    onScene.getX(),
                                    onScene.getY(),
                                    onScreen.getX(),
                                    onScreen.getY(),
                                    moved ? MouseButton.NONE : MouseButton.PRIMARY,
                                    1,
                                    false,
                                    false,
                                    false,
                                    false,
                                    down,
                                    false,
                                    false,
                                    false,
                                    false,
                                    true,
                                    null));
                });
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
