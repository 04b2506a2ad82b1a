package org.tyde.imaging.picture;

import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

import java.nio.IntBuffer;
import java.util.function.Supplier;

/// Draws a frame: interpolates stored values where they are magnified, averages their area where they are
/// reduced, then looks up the grey, and only for the pixels on screen. Colour is never windowed. Its rows
/// are made in bands that threads share; a picture is the same however many there are. Thread-safe.
public final class Renderer {
    private static final int BANDS = 16;
    private static final int FEW_PIXELS = 1 << 16;

    private final GreyTables tables = new GreyTables();
    private final KeptValues kept = new KeptValues();
    private final Pieces pieces;

    /// Draws on the caller's thread.
    public Renderer() {
        this(Pieces.ALONE);
    }

    /// @param pieces where the bands of a picture are made
    public Renderer(Pieces pieces) {
        this.pieces = pieces;
    }

    /// @return where the bands of a picture are made
    public Pieces pieces() {
        return pieces;
    }

    /// Linear interpolation.
    ///
    /// @param frame at any level; the view is that of the full size
    /// @param pipeline for grey frames
    /// @param view where the image lies
    /// @param width of the picture, in pixels
    /// @param height of the picture, in pixels
    /// @param bgra takes `width * height` pixels from its index 0, opaque; black outside the image
    public void render(
            Frame frame,
            GrayscalePipeline pipeline,
            ImageToScreen view,
            int width,
            int height,
            IntBuffer bgra) {
        if (width <= 0 || height <= 0) return;
        var _ =
                render(
                        new Drawing(frame, pipeline, view, Interpolation.LINEAR, width, height),
                        bgra);
    }

    /// As good as the frame allows; builds the pyramid where it lacks a level.
    ///
    /// @param wish what is drawn
    /// @param bgra takes its pixels from its index 0, opaque; black outside the image
    /// @return how they came from stored values
    public Sampling render(Drawing wish, IntBuffer bgra) {
        var drawing = coloured(wish);
        int wanted = drawing.visible() ? drawing.wantedLevel() : 0;
        return draw(drawing.of(drawing.frame().atLevel(wanted)), false, bgra);
    }

    /// At once: where the pyramid lacks the level, some stored values are drawn and the others skipped.
    ///
    /// @param wish what is drawn
    /// @param bgra takes its pixels from its index 0, opaque; black outside the image
    /// @return how they came from stored values; coarse where [#render(Drawing,IntBuffer)] would do better
    public Sampling renderAtOnce(Drawing wish, IntBuffer bgra) {
        var drawing = coloured(wish);
        int wanted = drawing.visible() ? drawing.wantedLevel() : 0;
        return draw(drawing.of(drawing.frame().readyLevel(wanted)), drawing.lacksLevel(), bgra);
    }

    private static Drawing coloured(Drawing wish) {
        var frame = wish.frame();
        return frame.mixed() ? wish.of(frame.coloured(wish.pipeline())) : wish;
    }

    private Sampling draw(Drawing drawing, boolean skipping, IntBuffer bgra) {
        int width = drawing.width();
        int height = drawing.height();
        if (bgra.capacity() < (long) width * height)
            throw new IllegalArgumentException("room for " + bgra.capacity() + " pixels");
        if (!drawing.visible()) {
            var black = new PixelRows(bgra, width);
            for (int y = 0; y < height; y++) black.black(y);
            return new Sampling(Sampling.Kind.NEAREST, drawing.frame().level(), false);
        }
        boolean coarse = drawing.frame().level() > drawing.neededLevel();
        return drawing.upright() || drawing.quarter()
                ? aligned(drawing, skipping, coarse, bgra)
                : turned(drawing, skipping, coarse, bgra);
    }

    private Sampling aligned(Drawing drawing, boolean skipping, boolean coarse, IntBuffer bgra) {
        var picture = new AlignedPicture(drawing, skipping);
        if (drawing.frame().grey()) {
            grey(drawing, picture, bgra);
        } else {
            var colours = picture.colours();
            make(drawing, drawing.height(), () -> picture.colour(colours, bgra));
        }
        return picture.sampling(coarse);
    }

    private void grey(Drawing drawing, AlignedPicture picture, IntBuffer bgra) {
        var greys = tables.of(drawing.pipeline(), drawing.frame());
        var format = drawing.frame().format();
        boolean wide = format.floating() || format.bitsStored() > 16;
        if (wide || !picture.resampled() || !(greys instanceof Ramp ramp)) {
            make(drawing, drawing.height(), () -> picture.grey(greys, bgra));
            return;
        }
        var known = kept.of(drawing);
        var values = known.near(ramp.zero());
        if (values.isPresent()) {
            make(drawing, drawing.height(), () -> picture.greyOf(values.get(), ramp, bgra));
        } else if (known.again()) {
            var made = new float[drawing.width() * drawing.height()];
            make(drawing, drawing.height(), () -> picture.grey(ramp, bgra, made));
            known.keep(new KeptValues.Values(made, ramp.zero()));
        } else make(drawing, drawing.height(), () -> picture.grey(greys, bgra));
    }

    private Sampling turned(Drawing drawing, boolean skipping, boolean coarse, IntBuffer bgra) {
        var picture = new TurnedPicture(drawing, skipping);
        if (drawing.frame().grey()) {
            var greys = tables.of(drawing.pipeline(), drawing.frame());
            var values = picture.room();
            make(drawing, picture.loads(), () -> picture.loading(greys, values));
            make(drawing, drawing.height(), () -> picture.grey(greys, values, bgra));
        } else {
            var channels = new float[][] {picture.room(), picture.room(), picture.room()};
            make(drawing, picture.loads(), () -> picture.loading(channels));
            make(drawing, drawing.height(), () -> picture.colour(channels, bgra));
        }
        return picture.sampling(coarse);
    }

    private void make(Drawing drawing, int rows, Supplier<Rows> makers) {
        boolean few = (long) drawing.width() * drawing.height() < FEW_PIXELS;
        int band = Math.ceilDiv(rows, BANDS);
        try {
            (few ? Pieces.ALONE : pieces)
                    .compute(
                            Math.ceilDiv(rows, band),
                            () -> {
                                var maker = makers.get();
                                return piece -> {
                                    int end = Math.min(rows, (piece + 1) * band);
                                    for (int y = piece * band; y < end; y++) maker.make(y);
                                };
                            });
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
