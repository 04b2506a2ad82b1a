package org.tyde.ui;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Screens of tests: JavaFX without a display, work on its thread, pictures under `target/screens`.
public final class Screens {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private Screens() {}

    /// Starts JavaFX once for the process.
    public static void start() throws InterruptedException {
        if (!STARTED.compareAndSet(false, true)) return;
        var up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyUp) {
            up.countDown();
        }
        Platform.setImplicitExit(false);
        if (!up.await(30, TimeUnit.SECONDS))
            throw new IllegalStateException("JavaFX did not start");
    }

    /// @param <T> what it makes
    /// @param work done on the JavaFX thread
    /// @return what it made
    public static <T> T on(Callable<T> work) throws Exception {
        start();
        if (Platform.isFxApplicationThread()) return work.call();
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) throw cause;
            if (failed.getCause() instanceof Error error) throw error;
            throw failed;
        }
    }

    /// @param work done on the JavaFX thread
    public static void run(Runnable work) throws Exception {
        on(
                () -> {
                    work.run();
                    return true;
                });
    }

    /// @param fact asked on the JavaFX thread until it holds, at most 20 s
    public static void until(BooleanSupplier fact) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!on(fact::getAsBoolean)) {
            if (System.nanoTime() > end) throw new TimeoutException("it did not come true");
            Thread.sleep(15);
        }
    }

    /// @param root of a window
    /// @param width px
    /// @param height px
    /// @return the window, shown and dressed
    public static Stage show(Parent root, int width, int height) throws Exception {
        return on(
                () -> {
                    var scene = new Scene(root, width, height);
                    new Theme().dress(scene, 1);
                    var stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                    return stage;
                });
    }

    /// @param node receives it
    /// @param code of the key
    public static void press(Node node, KeyCode code) throws Exception {
        run(
                () ->
                        node.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        false,
                                        false,
                                        false,
                                        false)));
    }

    /// @param stage photographed after two pulses
    /// @param name of the picture
    public static void keep(Stage stage, String name) throws Exception {
        for (int i = 0; i < 3; i++) {
            run(() -> stage.getScene().getRoot().layout());
            Thread.sleep(60);
        }
        var picture = on(() -> stage.getScene().snapshot(null));
        write(picture, Path.of("target/screens", name + ".png"));
    }

    private static void write(WritableImage picture, Path file) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
        Files.createDirectories(file.getParent());
        javax.imageio.ImageIO.write(image, "png", file.toFile());
    }
}
