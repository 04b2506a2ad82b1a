package org.tyde.ui.viewport;

import static org.tyde.ui.FxThread.FX;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

import org.jspecify.annotations.Nullable;
import org.tyde.imaging.picture.Sampling;
import org.tyde.work.JobRunner;
import org.tyde.work.LatestOnly;
import org.tyde.work.Priority;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The pixels of one viewport: rendered off the JavaFX thread into a buffer nobody looks at, then shown
/// whole. The newest request wins. After [#blank()] nothing that was asked for before can appear.
///
/// @param <C> what is shown with the pixels
public final class PictureLayer<C> extends Region {
    /// Pixels and the image that shows them.
    private record Sheet(
            IntBuffer pixels,
            PixelBuffer<IntBuffer> buffer,
            WritableImage image,
            int width,
            int height) {
        static Sheet of(int width, int height) {
            var pixels = IntBuffer.allocate(width * height);
            var buffer =
                    new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
            return new Sheet(pixels, buffer, new WritableImage(buffer), width, height);
        }

        boolean fits(int w, int h) {
            return width == w && height == h;
        }
    }

    /// How many sheets taken off the screen the painter may still be reading.
    private static final int STILL_PAINTED = 2;

    private record Asked<C>(Picturing<C> request, long epoch) {}

    private record Made<C>(Sheet sheet, Asked<C> asked, Sampling how) {}

    private final ImageView view = new ImageView();
    private final Scale size = new Scale();
    private final LatestOnly<Asked<C>> latest;
    private final BiConsumer<C, Sampling> shown;
    private final Consumer<Throwable> broken;
    private final AtomicReference<@Nullable Made<C>> arriving = new AtomicReference<>();
    private final Deque<Sheet> free = new ArrayDeque<>();
    private final AtomicLong epoch = new AtomicLong();
    private final Deque<Sheet> retired = new ArrayDeque<>();
    private boolean rough;
    private @Nullable Asked<C> awaited;
    private long frames;
    private @Nullable Sheet onScreen;

    /// @param runner makes the pixels
    /// @param shown told on the JavaFX thread, in the moment the pixels are set, how they came to be
    /// @param broken told on the JavaFX thread when the newest pixels cannot be made
    public PictureLayer(
            JobRunner runner, BiConsumer<C, Sampling> shown, Consumer<Throwable> broken) {
        this.shown = shown;
        this.broken = broken;
        latest = new LatestOnly<>(runner, Priority.VISIBLE, this::render);
        view.setSmooth(false);
        view.setMouseTransparent(true);
        view.getTransforms().add(size);
        getChildren().add(view);
        setMouseTransparent(true);
    }

    /// @param request replaces any that is not yet on its way
    public void request(Picturing<C> request) {
        var asked = new Asked<>(request, epoch.get());
        awaited = asked;
        latest.request(asked);
    }

    /// Shows black at once; what was asked for before never appears.
    public void blank() {
        epoch.incrementAndGet();
        arriving.set(null);
        view.setImage(null);
        rough = false;
        awaited = null;
        onScreen = null;
        retired.clear();
    }

    /// @return whether pixels are on screen
    public boolean hasPicture() {
        return onScreen != null;
    }

    /// @return whether the picture asked for last, or a finer one of it, is not on screen yet
    boolean rough() {
        return rough || awaited != null;
    }

    /// @return how many pictures have been put on screen
    public long framesShown() {
        return frames;
    }

    /// @param x pixel of the device
    /// @param y pixel of the device
    /// @return the pixel at a place of what is on screen, ARGB; 0 where nothing is
    public int argb(int x, int y) {
        var sheet = onScreen;
        return sheet == null ? 0 : sheet.pixels().get(y * sheet.width() + x);
    }

    /// Coarse first, where the fine one takes its time.
    private void render(Asked<C> asked) {
        if (asked.request().coarseFirst()) make(asked, true);
        make(asked, false);
    }

    private void make(Asked<C> asked, boolean atOnce) {
        if (asked.epoch() != epoch.get()) return;
        var r = asked.request();
        var sheet = sheet(r.width(), r.height());
        Optional<Sampling> how;
        try {
            how = r.draw(atOnce, sheet.pixels(), latest::superseded);
        } catch (RuntimeException | OutOfMemoryError undrawable) {
            FX.execute(
                    () -> {
                        if (asked.epoch() != epoch.get()) return;
                        here(asked);
                        broken.accept(undrawable);
                    });
            return;
        }
        if (how.isEmpty()) {
            keep(sheet);
            return;
        }
        var before = arriving.getAndSet(new Made<>(sheet, asked, how.get()));
        if (before == null) FX.execute(this::arrive);
        else keep(before.sheet());
    }

    private void here(Asked<C> asked) {
        if (asked.equals(awaited)) awaited = null;
    }

    private void arrive() {
        var made = arriving.getAndSet(null);
        if (made == null) return;
        var sheet = made.sheet();
        if (made.asked().epoch() != epoch.get()) {
            keep(sheet);
            return;
        }
        sheet.buffer().updateBuffer(_ -> new Rectangle2D(0, 0, sheet.width(), sheet.height()));
        view.setImage(sheet.image());
        if (onScreen != null) retired.addLast(onScreen);
        if (retired.size() > STILL_PAINTED) keep(retired.removeFirst());
        onScreen = sheet;
        place();
        frames++;
        here(made.asked());
        rough = made.how().kind() == Sampling.Kind.SKIPPED;
        shown.accept(made.asked().request().caption(), made.how());
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    /// Pixel for pixel. While the viewport has another size than the picture, which is being made anew, all
    /// of the picture in its middle.
    private void place() {
        var sheet = onScreen;
        if (sheet == null) return;
        double w = sheet.width() / scale();
        double h = sheet.height() / scale();
        boolean whole = Math.abs(w - getWidth()) < 1 && Math.abs(h - getHeight()) < 1;
        double by = whole ? 1 : Math.min(getWidth() / w, getHeight() / h);
        view.setSmooth(!whole);
        // one exact factor that undoes the monitor's: a width to fit is rounded on its way to the
        // screen
        size.setX(by / scale());
        size.setY(by / scale());
        view.relocate(
                whole ? 0 : (getWidth() - w * by) / 2, whole ? 0 : (getHeight() - h * by) / 2);
    }

    /// @return pixels of the device for each px of the scene graph
    public double scale() {
        var scene = getScene();
        var window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    private Sheet sheet(int width, int height) {
        synchronized (free) {
            free.removeIf(s -> !s.fits(width, height));
            var kept = free.poll();
            if (kept != null) return kept;
        }
        return Sheet.of(width, height);
    }

    private void keep(Sheet sheet) {
        synchronized (free) {
            if (free.size() < 2) free.add(sheet);
        }
    }
}
