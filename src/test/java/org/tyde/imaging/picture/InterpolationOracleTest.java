package org.tyde.imaging.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.lut.Window;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.Random;

/// Every interpolation against its definition, pixel by pixel in double: no grey is more than half a level
/// from the exact value.
class InterpolationOracleTest {
    private static final int ROWS = 37;
    private static final int COLUMNS = 29;
    private static final int WIDTH = 90;
    private static final int HEIGHT = 83;

    /// Float arithmetic of values, and of weights, may lose this much of a grey.
    private static final double LOST = 0.02;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # way,    degrees, flipped, padded, function,     kind
                    NEAREST,        0, false,   false,  LINEAR,       short
                    NEAREST,       90, true,    true,   LINEAR,       short
                    NEAREST,       33, false,   true,   LINEAR,       short
                    LINEAR,         0, false,   false,  LINEAR,       short
                    LINEAR,         0, true,    true,   LINEAR_EXACT, short
                    LINEAR,        90, false,   true,   LINEAR,       byte
                    LINEAR,       180, true,    false,  SIGMOID,      short
                    LINEAR,       270, false,   false,  LINEAR,       float
                    LINEAR,       211, true,    false,  LINEAR,       short
                    CUBIC,          0, false,   false,  LINEAR,       short
                    CUBIC,          0, false,   true,   LINEAR,       short
                    CUBIC,          0, true,    false,  SIGMOID,      byte
                    CUBIC,         90, false,   false,  LINEAR_EXACT, short
                    CUBIC,        180, false,   true,   LINEAR,       float
                    CUBIC,        270, true,    false,  LINEAR,       short
                    CUBIC,         77, false,   false,  LINEAR,       short
                    """)
    void noGreyIsMoreThanHalfALevelFromTheDefinition(
            Interpolation way,
            double degrees,
            boolean flipped,
            boolean padded,
            VoiLutFunction function,
            String kind) {
        var random = new Random(way.name().length() * 1000L + (long) degrees);
        for (int round = 0; round < 12; round++) {
            var frame = frame(kind, padded, random);
            var pipeline = pipeline(function, kind, random);
            var view =
                    ImageToScreen.centred(
                            COLUMNS,
                            ROWS,
                            WIDTH,
                            HEIGHT,
                            1.1 + random.nextDouble() * 4,
                            1.1 + random.nextDouble() * 3,
                            flipped,
                            degrees,
                            random.nextDouble() * 20 - 10,
                            random.nextDouble() * 20 - 10);
            var drawing = new Drawing(frame, pipeline, view, way, WIDTH, HEIGHT);
            var bgra = IntBuffer.allocate(WIDTH * HEIGHT);
            var sampling = new Renderer().render(drawing, bgra);
            assertEquals(way.name(), sampling.kind().name());
            compare(drawing, bgra, degrees % 180 == 90);
        }
    }

    private static void compare(Drawing drawing, IntBuffer bgra, boolean columnsFirst) {
        var frame = drawing.frame();
        int seen = 0;
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++) {
                var place = drawing.view().toImage(x + 0.5, y + 0.5);
                if (nearTie(place.x(), COLUMNS) || nearTie(place.y(), ROWS)) continue;
                double value = value(frame, place, drawing.interpolation(), columnsFirst);
                int grey = bgra.get(y * WIDTH + x) & 0xFF;
                if (Double.isNaN(value)) {
                    assertEquals(0, grey, "padding or nothing at " + place);
                    continue;
                }
                double exact = 255 * drawing.pipeline().display(value);
                assertTrue(
                        Math.abs(exact - grey) <= 0.5 + LOST,
                        () -> grey + " instead of " + exact + " at " + place);
                seen++;
            }
        assertTrue(seen > 500);
    }

    /// Where the nearest pixel, or whether there is one, is decided by less than a double holds.
    private static boolean nearTie(double place, int pixels) {
        double part = place - Math.floor(place);
        return Math.abs(part - 0.5) < 1e-4 || Math.abs(place) > 2 * pixels;
    }

    private static double value(
            Frame frame, ImageToScreen.Place p, Interpolation way, boolean columnsFirst) {
        if (p.x() < -0.5 || p.y() < -0.5) return Double.NaN;
        if (p.x() >= COLUMNS - 0.5 || p.y() >= ROWS - 0.5) return Double.NaN;
        double c = Math.clamp(p.x(), 0, COLUMNS - 1);
        double r = Math.clamp(p.y(), 0, ROWS - 1);
        if (way == Interpolation.NEAREST) return at(frame, (int) (c + 0.5), (int) (r + 0.5));
        int c0 = (int) c;
        int r0 = (int) r;
        var four = new double[4];
        for (int k = 0; k < 4; k++) {
            var line = new double[4];
            for (int j = 0; j < 4; j++)
                line[j] =
                        columnsFirst
                                ? at(frame, c0 - 1 + k, r0 - 1 + j)
                                : at(frame, c0 - 1 + j, r0 - 1 + k);
            four[k] = between(line, columnsFirst ? r - r0 : c - c0, way);
        }
        return between(four, columnsFirst ? c - c0 : r - r0, way);
    }

    private static double between(double[] v, double t, Interpolation way) {
        double[] w =
                way == Interpolation.LINEAR
                        ? new double[] {0, 1 - t, t, 0}
                        : new double[] {
                            (-t + 2 * t * t - t * t * t) / 2,
                            (2 - 5 * t * t + 3 * t * t * t) / 2,
                            (t + 4 * t * t - 3 * t * t * t) / 2,
                            (t * t * t - t * t) / 2
                        };
        boolean gap = false;
        for (int k = 0; k < 4; k++)
            gap |= Double.isNaN(v[k]) && (way == Interpolation.CUBIC || k == 1 || k == 2);
        if (gap) {
            double there = (Double.isNaN(v[1]) ? 0 : w[1]) + (Double.isNaN(v[2]) ? 0 : w[2]);
            if (there < (w[1] + w[2]) / 2) return Double.NaN;
            return ((Double.isNaN(v[1]) ? 0 : v[1] * w[1]) + (Double.isNaN(v[2]) ? 0 : v[2] * w[2]))
                    / there;
        }
        if (way == Interpolation.LINEAR) return v[1] * w[1] + v[2] * w[2];
        double sum = v[0] * w[0] + v[1] * w[1] + v[2] * w[2] + v[3] * w[3];
        double low = Math.min(Math.min(v[0], v[1]), Math.min(v[2], v[3]));
        double high = Math.max(Math.max(v[0], v[1]), Math.max(v[2], v[3]));
        return Math.clamp(sum, low, high);
    }

    private static double at(Frame frame, int column, int row) {
        double v =
                frame.decimal(Math.clamp(column, 0, COLUMNS - 1), Math.clamp(row, 0, ROWS - 1), 0);
        return frame.isPadding(v) ? Double.NaN : v;
    }

    private static GrayscalePipeline pipeline(VoiLutFunction function, String kind, Random random) {
        double whole = kind.equals("byte") ? 256 : 4096;
        var window =
                new Window(random.nextDouble() * whole - 100, whole * (0.3 + random.nextDouble()));
        return new GrayscalePipeline(
                ModalityLut.rescale(0.5 + random.nextDouble(), -100, PixelUnit.NONE),
                new Voi.Windowed(window, function, Optional.empty()),
                random.nextBoolean(),
                new PresentationLut.Identity(),
                new ValueRange(0, whole));
    }

    private static Frame frame(String kind, boolean padded, Random random) {
        int n = ROWS * COLUMNS;
        var samples =
                switch (kind) {
                    case "byte" -> {
                        var values = new byte[n];
                        random.nextBytes(values);
                        yield new Samples.Bytes(FrameFormat.grey(ROWS, COLUMNS, 8, 8), values);
                    }
                    case "float" -> {
                        var values = new float[n];
                        for (int i = 0; i < n; i++) values[i] = random.nextFloat() * 4096;
                        if (padded) for (int i = 0; i < n / 9; i++) values[random.nextInt(n)] = 9;
                        yield new Samples.Floats(floating(), values);
                    }
                    default -> {
                        var values = new short[n];
                        for (int i = 0; i < n; i++) values[i] = (short) random.nextInt(4096);
                        if (padded) for (int i = 0; i < n / 9; i++) values[random.nextInt(n)] = 9;
                        yield new Samples.Shorts(FrameFormat.grey(ROWS, COLUMNS, 16, 12), values);
                    }
                };
        var padding =
                padded ? Optional.of(new PixelPadding(5, 12)) : Optional.<PixelPadding>empty();
        return Frame.of(samples, padding, Optional.empty());
    }

    private static FrameFormat floating() {
        return new FrameFormat(
                ROWS, COLUMNS, 1, 32, 32, 31, true, true, Photometric.MONOCHROME2, false);
    }
}
