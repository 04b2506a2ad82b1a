package org.tyde.evidence.blending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.DataSet;
import org.tyde.evidence.presentation.Blending;
import org.tyde.evidence.presentation.BlendingInput;
import org.tyde.evidence.presentation.BlendingStep;
import org.tyde.geometry.Affine;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.volume.FrameLayer;
import org.tyde.work.Pieces;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class SuperimposedTest {
    private static BlendingInput input(int number) {
        return new BlendingInput(
                number,
                List.of(),
                List.of(),
                List.of(),
                true,
                DataSet.empty(),
                new PresentationLut.Identity());
    }

    /// On a monitor whose levels are not P-values the greys of all inputs are brought to its levels, not those of the base
    /// alone.
    @Test
    void greysOfAllInputsAreThoseOfTheMonitor() {
        var monitor = DisplayFunction.srgb(0.3, 300, 0.2);
        var stored = new byte[] {0, 60, (byte) 128, (byte) 255};
        var frame = Frame.of(new Samples.Bytes(FrameFormat.grey(1, 4, 8, 8), stored));
        var plane = new ImagePlane(Point3.ORIGIN, new Vector3(1, 0, 0), new Vector3(0, 1, 0), 1, 1);
        var pipeline =
                new GrayscalePipeline(
                        ModalityLut.IDENTITY,
                        new Voi.None(),
                        false,
                        new PresentationLut.Identity(),
                        ValueRange.of(0, 255));
        var layer = new FrameLayer(frame, plane, pipeline, _ -> true);
        var step = new BlendingStep(new BlendingStep.Mode.Foreground(0.25), List.of(1, 2), 0);
        var one = input(1);
        var two = input(2);
        var blending =
                new Blending(
                        List.of(one, two),
                        two,
                        List.of(step),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Set.of());
        var placed = Optional.of(new Superimposed.Placed(layer, Affine.IDENTITY));
        var superimposed =
                new Superimposed(
                        blending,
                        plane,
                        List.of(placed, placed),
                        Optional.empty(),
                        new SourceLoss.Lossless(true),
                        Set.of());
        int below = 90;
        var picture = IntBuffer.allocate(4);
        for (int i = 0; i < 4; i++) picture.put(i, 0xFF000000 | monitor.level(below) * 0x010101);
        superimposed.over(ImageToScreen.NATIVE, 4, 1, Pieces.ALONE, picture, monitor);
        for (int i = 0; i < 4; i++) {
            double mixed = 0.25 * monitor.level(stored[i] & 0xFF) + 0.75 * monitor.level(below);
            assertEquals(mixed, picture.get(i) & 0xFF, 0.5, "pixel " + i);
        }
    }
}
