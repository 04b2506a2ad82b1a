package org.tyde.app.bench;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.lut.Window;

import java.util.Optional;
import java.util.Random;

/// Decoded frames of noise, the worst case for every cache, and windows to see them through.
final class BenchFrames {
    private BenchFrames() {}

    static Frame grey(int rows, int columns, int seed) {
        return Frame.of(samples(rows, columns, seed));
    }

    /// With a tenth of all values padding.
    static Frame padded(int rows, int columns) {
        var padding = Optional.of(new PixelPadding(0, 409));
        return Frame.of(samples(rows, columns, 3), padding, Optional.empty());
    }

    private static Samples.Shorts samples(int rows, int columns, int seed) {
        var random = new Random(seed);
        var values = new short[rows * columns];
        for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(4096);
        return new Samples.Shorts(FrameFormat.grey(rows, columns, 16, 12), values);
    }

    static Frame colour(int rows, int columns) {
        var values = new byte[3 * rows * columns];
        new Random(2).nextBytes(values);
        return Frame.of(new Samples.Bytes(FrameFormat.rgb(rows, columns), values));
    }

    /// @param step another window for each
    static Voi window(VoiLutFunction function, int step) {
        var window = new Window(1064 + step % 40, 400 + step % 33);
        return new Voi.Windowed(window, function, Optional.empty());
    }

    static Voi table() {
        var entries = new int[4096];
        for (int i = 0; i < entries.length; i++) entries[i] = (int) (255 * Math.sqrt(i / 4095.0));
        return new Voi.Table(new Lut(-1024, 8, entries), Optional.empty());
    }

    static GrayscalePipeline pipeline(Voi voi) {
        return new GrayscalePipeline(
                ModalityLut.rescale(1, -1024, PixelUnit.HU),
                voi,
                false,
                PresentationLut.of(Photometric.MONOCHROME2),
                new ValueRange(-1024, 3071));
    }
}
