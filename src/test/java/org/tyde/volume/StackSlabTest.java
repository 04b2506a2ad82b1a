package org.tyde.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.imaging.Frame;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.refusal.Refusal;
import org.tyde.volume.StackSlab.Layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Frames of a stack seen through each other.
class StackSlabTest {
    private static final int SIZE = 12;

    private static Layer layer(int number, Random random, double slope, boolean padded) {
        var values = new short[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(4096);
        if (padded) for (int i = 0; i < values.length; i += 3) values[i] = 4095;
        Optional<PixelPadding> padding =
                padded ? Optional.of(PixelPadding.of(4095, 4095)) : Optional.empty();
        var frame =
                Frame.of(
                        new Samples.Shorts(FrameFormat.grey(SIZE, SIZE, 16, 12), values),
                        padding,
                        Optional.empty());
        return new Layer(number, frame, ModalityLut.rescale(slope, -1024, PixelUnit.HU));
    }

    private static void check(List<Layer> layers, SlabProjection projection) throws Exception {
        var shown = layers.get(1);
        var slab = StackSlab.of(layers, shown, projection);
        for (int y = 0; y < SIZE; y++)
            for (int x = 0; x < SIZE; x++) {
                double least = Double.POSITIVE_INFINITY;
                double greatest = Double.NEGATIVE_INFINITY;
                double sum = 0;
                int n = 0;
                for (var layer : layers) {
                    double stored = layer.frame().decimal(x, y, 0);
                    if (layer.frame().isPadding(stored)) continue;
                    double value = layer.modality().apply(stored);
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                    sum += value;
                    n++;
                }
                double wanted =
                        switch (projection) {
                            case MAXIMUM -> greatest;
                            case MEAN -> sum / n;
                            case MINIMUM -> least;
                        };
                double found = slab.decimal(x, y, 0);
                if (n == 0) assertTrue(slab.isPadding(found));
                else assertEquals(wanted, shown.modality().apply(found), 0.01);
            }
    }

    @ParameterizedTest
    @EnumSource
    void aSlabIsWhatItsFramesAre(SlabProjection projection) throws Exception {
        var random = new Random(1);
        for (var slopes :
                List.of(
                        new double[] {1, 1, 1},
                        new double[] {-1, -1, -1},
                        new double[] {2, 0.5, 3}))
            for (boolean padded : new boolean[] {false, true}) {
                var layers = new ArrayList<Layer>();
                for (int k = 0; k < 3; k++) layers.add(layer(k + 1, random, slopes[k], padded));
                check(layers, projection);
            }
    }

    @Test
    void oneFrameIsItself() throws Exception {
        var one = layer(1, new Random(2), 1, true);
        assertEquals(one.frame(), StackSlab.of(List.of(one), one, SlabProjection.MEAN));
    }

    @Test
    void anotherUnitIsRefusedWithBothNumbers() {
        var a = layer(1, new Random(2), 1, false);
        var b = new Layer(2, a.frame(), ModalityLut.IDENTITY);
        var refusal =
                assertThrows(
                        Refusal.class,
                        () -> StackSlab.of(List.of(a, b), a, SlabProjection.MAXIMUM));
        assertEquals(VolumeReason.OTHER_UNIT, refusal.reason());
        assertEquals(List.<Object>of(1, 2), refusal.arguments());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0, -1, 0", "5, 1, 7", "6, 1, 10", "100, 1, 100", "3, -2, 1"})
    void thicknessGoesInSteps(double now, int steps, double next) {
        assertEquals(next, new Slab(SlabProjection.MEAN, now).thicker(steps).millimetres());
    }
}
