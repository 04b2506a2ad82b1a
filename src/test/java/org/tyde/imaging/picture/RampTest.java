package org.tyde.imaging.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.lut.Window;

import java.util.Optional;
import java.util.Random;

/// The computed greys of a window are those that the pipeline gives, for every stored value there is.
class RampTest {
    @Test
    void everyStoredValueHasTheGreyOfThePipeline() {
        var random = new Random(5);
        int used = 0;
        for (int round = 0; round < 400; round++) {
            var pipeline = pipeline(random);
            var ramp = Ramp.of(pipeline, false);
            if (ramp.isEmpty()) continue;
            used++;
            same(pipeline, ramp.get());
        }
        assertTrue(used > 320, "a ramp for " + used + " windows of 400");
    }

    @Test
    void aSigmoidAndATableAreNoRamps() {
        var sigmoid =
                new Voi.Windowed(new Window(40, 400), VoiLutFunction.SIGMOID, Optional.empty());
        assertTrue(Ramp.of(of(ModalityLut.IDENTITY, sigmoid, false), false).isEmpty());
        var step = new Voi.Windowed(new Window(40, 1), VoiLutFunction.LINEAR, Optional.empty());
        assertTrue(Ramp.of(of(ModalityLut.IDENTITY, step, false), false).isEmpty());
    }

    private static void same(GrayscalePipeline pipeline, Ramp ramp) {
        var line = new float[1 << 17];
        var pixels = new int[line.length];
        for (int i = 0; i < line.length; i++) line[i] = (float) (i - (1 << 16) - ramp.zero());
        ramp.colour(line, 0, line.length, pixels, 0);
        for (int i = 0; i < line.length; i++) {
            int stored = i - (1 << 16);
            assertEquals(
                    Greys.opaque(pipeline.grey(stored)),
                    pixels[i],
                    () -> "stored " + stored + " " + pipeline);
        }
    }

    private static GrayscalePipeline pipeline(Random random) {
        double[] slopes = {1, 1, 1, 0.5, 2, -1, 1.234567, 0.01, 40};
        var modality =
                ModalityLut.rescale(
                        slopes[random.nextInt(slopes.length)],
                        random.nextBoolean() ? -1024 : random.nextDouble() * 100,
                        PixelUnit.NONE);
        boolean round = random.nextInt(3) > 0;
        double unit = round ? 1 : Math.abs(modality.slope());
        double center = round ? random.nextInt(3000) - 1000 : unit * random.nextDouble() * 60000;
        double width = round ? 1 + random.nextInt(4000) : 0.5 + unit * random.nextDouble() * 60000;
        var function = random.nextBoolean() ? VoiLutFunction.LINEAR : VoiLutFunction.LINEAR_EXACT;
        if (width <= 1) function = VoiLutFunction.LINEAR_EXACT;
        var voi = new Voi.Windowed(new Window(center, width), function, Optional.empty());
        return of(modality, voi, random.nextBoolean());
    }

    private static GrayscalePipeline of(ModalityLut modality, Voi voi, boolean inverted) {
        return new GrayscalePipeline(
                modality, voi, inverted, new PresentationLut.Identity(), new ValueRange(0, 1));
    }
}
