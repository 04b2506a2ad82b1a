package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.lut.Window;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Random windows and rescales against PS3.3 C.11.2.1.2 and C.11.2.1.3 in decimal arithmetic of 60 digits:
/// no grey more than half a level from the exact value.
class WindowingOracleTest {
    private static final MathContext EXACT = new MathContext(60);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal WHITE = BigDecimal.valueOf(255);
    // what double loses on the way may decide a tie, and nothing more
    private static final BigDecimal TOLERANCE = new BigDecimal("0.50000001");
    private static final int CASES = 20_000;

    private record Case(
            VoiLutFunction function,
            String slope,
            String intercept,
            String center,
            String width,
            int stored) {
        int ours() {
            var modality =
                    ModalityLut.rescale(
                            Double.parseDouble(slope),
                            Double.parseDouble(intercept),
                            PixelUnit.NONE);
            var window = new Window(Double.parseDouble(center), Double.parseDouble(width));
            var voi = new Voi.Windowed(window, function, Optional.empty());
            return new GrayscalePipeline(
                            modality,
                            voi,
                            false,
                            new PresentationLut.Identity(),
                            new ValueRange(0, 1))
                    .grey(stored);
        }

        BigDecimal exact() {
            var x =
                    new BigDecimal(slope)
                            .multiply(BigDecimal.valueOf(stored))
                            .add(new BigDecimal(intercept));
            var c = new BigDecimal(center);
            var w = new BigDecimal(width);
            var y =
                    switch (function) {
                        case LINEAR -> ramp(x, c.subtract(HALF), w.subtract(BigDecimal.ONE));
                        case LINEAR_EXACT -> ramp(x, c, w);
                        case SIGMOID -> sigmoid(x, c, w);
                    };
            return y.multiply(WHITE);
        }

        private static BigDecimal ramp(BigDecimal x, BigDecimal middle, BigDecimal width) {
            var half = width.multiply(HALF);
            if (x.compareTo(middle.subtract(half)) <= 0) return BigDecimal.ZERO;
            if (x.compareTo(middle.add(half)) > 0) return BigDecimal.ONE;
            return x.subtract(middle).divide(width, EXACT).add(HALF);
        }

        private static BigDecimal sigmoid(BigDecimal x, BigDecimal c, BigDecimal w) {
            var power = x.subtract(c).multiply(BigDecimal.valueOf(-4)).divide(w, EXACT);
            // beyond, the grey differs from black or white by less than 10^-40
            if (power.compareTo(BigDecimal.valueOf(100)) > 0) return BigDecimal.ZERO;
            if (power.compareTo(BigDecimal.valueOf(-100)) < 0) return BigDecimal.ONE;
            return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(power)), EXACT);
        }

        /// The series of e^(power/1024), squared ten times.
        private static BigDecimal exp(BigDecimal power) {
            var small = power.divide(BigDecimal.valueOf(1024), EXACT);
            var sum = BigDecimal.ONE;
            var term = BigDecimal.ONE;
            for (int n = 1; n < 40; n++) {
                term = term.multiply(small).divide(BigDecimal.valueOf(n), EXACT);
                sum = sum.add(term);
            }
            return sum.pow(1024, EXACT);
        }

        boolean right() {
            return exact().subtract(BigDecimal.valueOf(ours())).abs().compareTo(TOLERANCE) <= 0;
        }
    }

    private static Case random(Random random) {
        var functions = VoiLutFunction.values();
        var function = functions[random.nextInt(functions.length)];
        int bits = 1 + random.nextInt(16);
        boolean signed = bits > 1 && random.nextBoolean();
        int stored = random.nextInt(1 << bits) - (signed ? 1 << bits - 1 : 0);
        var slopes =
                List.of("1", "2", "0.5", "0.001", "-1", "2.44", "1.52587890625", "3.0518044E-05");
        var slope = slopes.get(random.nextInt(slopes.size()));
        var intercept = decimal(random, 4000);
        // near the value, so that most cases fall on the slope of the window and not beside it
        double at = Double.parseDouble(slope) * stored + Double.parseDouble(intercept);
        double reach = Math.abs(Double.parseDouble(slope)) * (1 << bits);
        double width =
                Math.max(
                        function == VoiLutFunction.LINEAR ? 1 : 1e-4,
                        reach * random.nextDouble() * 2);
        double center = at + (random.nextDouble() - 0.5) * width * 1.2;
        return new Case(function, slope, intercept, plain(center), plain(width), stored);
    }

    private static String decimal(Random random, int reach) {
        return BigDecimal.valueOf(random.nextInt(-reach * 10, reach * 10), random.nextInt(3))
                .toPlainString();
    }

    /// As a DS can hold it: at most 16 characters.
    private static String plain(double value) {
        return new BigDecimal(value).round(new MathContext(9)).toString();
    }

    @Test
    void noGreyIsMoreThanHalfALevelFromTheExactValue() {
        var random = new Random(20261123);
        var wrong = new ArrayList<String>();
        int between = 0;
        for (int i = 0; i < CASES; i++) {
            var one = random(random);
            if (one.function == VoiLutFunction.LINEAR && Double.parseDouble(one.width) < 1)
                continue;
            if (!one.right())
                wrong.add(
                        one
                                + ": "
                                + one.ours()
                                + ", exactly "
                                + one.exact().round(new MathContext(9)));
            int grey = one.ours();
            if (grey > 0 && grey < 255) between++;
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                true, between > CASES / 2, "only " + between + " cases on the slope of a window");
    }
}
