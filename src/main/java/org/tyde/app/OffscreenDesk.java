package org.tyde.app;

import static org.tyde.ui.FxThread.FX;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.tyde.app.house.AppReason;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.ScreenLayout;
import org.tyde.hanging.StudyHeaders;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.picture.Renderer;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.Theme;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.ViewportGrid;
import org.tyde.ui.viewport.ViewportPane;
import org.tyde.ui.viewport.ViewportStatus;
import org.tyde.ui.viewport.tool.Tools;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The viewports of the workstation without a display: the same nodes, in a scene that no window shows.
public final class OffscreenDesk {
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final long PATIENCE_SECONDS = 120;

    private final ImageDesk desk;
    private final ViewportGrid grid;
    private final Scene scene;

    /// @param source of frames
    /// @param runner of jobs
    /// @param locale of the words
    /// @param width px
    /// @param height px
    /// @throws IOException when JavaFX cannot start
    public OffscreenDesk(FrameSource source, JobRunner runner, Locale locale, int width, int height)
            throws IOException {
        start();
        var messages = new Messages();
        var keymap = Keymap.standard();
        desk =
                new ImageDesk(
                        source,
                        new Renderer(runner.pieces(Priority.VISIBLE)),
                        runner,
                        messages,
                        keymap,
                        Tools.standard());
        grid =
                onFx(
                        () -> {
                            messages.localeProperty().set(locale);
                            return new ViewportGrid(desk);
                        });
        scene =
                onFx(
                        () -> {
                            var made = new Scene(grid, width, height);
                            new Theme().dress(made, 1);
                            layOut();
                            return made;
                        });
    }

    /// JavaFX on its headless platform, unless it runs already.
    static void start() throws IOException {
        if (!STARTED.compareAndSet(false, true)) return;
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException runsAlready) {
            up.countDown();
        }
        try {
            if (!up.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new Refusal(AppReason.NO_DRAWING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal(AppReason.NO_DRAWING).because(interrupted);
        }
        Platform.setImplicitExit(false);
    }

    /// @param <T> what it makes
    /// @param work done on the JavaFX thread
    /// @return what it made
    /// @throws IOException when it fails or does not end
    public static <T> T onFx(Callable<T> work) throws IOException {
        var made = new CompletableFuture<T>();
        FX.execute(
                () -> {
                    try {
                        made.complete(work.call());
                    } catch (Exception failed) {
                        made.completeExceptionally(failed);
                    }
                });
        try {
            return made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException refused) throw refused;
            throw new Refusal(AppReason.NO_DRAWING).because(failed);
        } catch (TimeoutException | InterruptedException failed) {
            throw new Refusal(AppReason.NO_DRAWING).because(failed);
        }
    }

    private boolean layOut() {
        grid.applyCss();
        grid.layout();
        return true;
    }

    /// Opens images of one study in a grid, its stacks in the order they have.
    ///
    /// @param headers of the images
    /// @param layout of the viewports
    /// @return the case
    /// @throws IOException when the headers cannot be read
    public OpenCase open(List<DataSet> headers, ScreenLayout layout) throws IOException {
        return open(headers, List.of(), List.of(), layout);
    }

    /// Opens images of one study with presentation states.
    ///
    /// @param headers of the images
    /// @param states that may be chosen
    /// @param registrations that they may name
    /// @param layout of the viewports
    /// @return the case
    /// @throws IOException when the headers cannot be read
    public OpenCase open(
            List<DataSet> headers,
            List<PresentationState> states,
            List<DataSet> registrations,
            ScreenLayout layout)
            throws IOException {
        var first = headers.getFirst();
        var uid = first.textOr(Tag.STUDY_INSTANCE_UID, "");
        var study =
                new CaseStudy(
                        uid,
                        first.textOr(Tag.PATIENT_ID, ""),
                        Optional.empty(),
                        StudyHeaders.read(uid, headers),
                        states,
                        registrations);
        return onFx(
                () -> {
                    var open =
                            new OpenCase(
                                    study,
                                    List.of(),
                                    HangingProtocols.defaults(),
                                    System::nanoTime);
                    open.layout(layout);
                    var stacks = open.hang().stacks();
                    for (int i = 0; i < layout.slots() && !stacks.isEmpty(); i++)
                        open.show(i, stacks.get(i % stacks.size()));
                    desk.open(Optional.of(open));
                    layOut();
                    return open;
                });
    }

    /// @return the viewports, by rows
    /// @throws IOException when the JavaFX thread does not answer
    public List<ViewportPane> viewports() throws IOException {
        return onFx(grid::viewports);
    }

    /// Waits until every viewport shows what it should.
    ///
    /// @throws IOException the reason why one does not
    public void settle() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onFx(this::settled)) {
            if (System.nanoTime() > end) throw new Refusal(AppReason.NO_DRAWING);
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Refusal(AppReason.NO_DRAWING).because(interrupted);
            }
        }
    }

    private boolean settled() throws Refusal {
        for (var pane : grid.viewports()) {
            if (pane.rough()) return false;
            switch (pane.model().statusProperty().get()) {
                case ViewportStatus.Loading _ -> {
                    return false;
                }
                case ViewportStatus.Failed(int _, Refusal why) -> throw why;
                case ViewportStatus.Failed _,
                        ViewportStatus.Showing _,
                        ViewportStatus.Empty _,
                        ViewportStatus.NoCase _ -> {}
            }
        }
        return true;
    }

    /// @return what the scene shows now, opaque pixels
    /// @throws IOException when it cannot be drawn
    public IntBuffer picture() throws IOException {
        return onFx(
                () -> {
                    layOut();
                    return pixels(scene);
                });
    }

    /// To be called on the JavaFX thread.
    static IntBuffer pixels(Scene scene) {
        WritableImage image = scene.snapshot(null);
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        var pixels = IntBuffer.allocate(w * h);
        image.getPixelReader()
                .getPixels(0, 0, w, h, PixelFormat.getIntArgbPreInstance(), pixels, w);
        return pixels.clear();
    }
}
