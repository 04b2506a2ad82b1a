package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.SourceLoss;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

import java.util.Optional;

/// One volume in Hot Iron over the greys of another, pixel by pixel at the same place in the patient. Where
/// the upper one has no value, the lower one is seen alone.
public final class Fusion {
    private static final int STEPS = 1024;

    private final Volume over;
    private final double least;
    private final double greatest;
    private final double opacity;
    private final int[] colours = new int[STEPS];

    private Fusion(Volume over, double least, double greatest, double opacity) {
        this.over = over;
        this.least = least;
        this.greatest = greatest;
        this.opacity = opacity;
        for (int i = 0; i < STEPS; i++) colours[i] = HotIron.argb(i / (STEPS - 1.0));
    }

    /// @param base in grey
    /// @param over in colour
    /// @param least value of `over`, in its unit, that is black
    /// @param greatest value that is white, above `least`
    /// @param opacity 0 (only the greys) to 1 (only the colours)
    /// @return the two together
    /// @throws Refusal when they are not of one frame of reference (PS3.3 C.7.4.1), or do not say of which
    public static Fusion of(Volume base, Volume over, double least, double greatest, double opacity)
            throws Refusal {
        return of(base.frameOfReference(), over, least, greatest, opacity);
    }

    /// @param base Frame of Reference UID (0020,0052) of what is in grey
    /// @param over in colour
    /// @param least value of `over`, in its unit, that is black
    /// @param greatest value that is white, above `least`
    /// @param opacity 0 (only the greys) to 1 (only the colours)
    /// @return the two together
    /// @throws Refusal when they are not of one frame of reference (PS3.3 C.7.4.1), or do not say of which
    public static Fusion of(
            Optional<String> base, Volume over, double least, double greatest, double opacity)
            throws Refusal {
        if (!(greatest > least) || !(opacity >= 0) || opacity > 1)
            throw new IllegalArgumentException(least + ", " + greatest + ", " + opacity);
        if (base.isEmpty() || over.frameOfReference().isEmpty())
            throw new Refusal(VolumeReason.NO_FRAME_OF_REFERENCE).withRule("PS3.3 C.7.4.1");
        if (!base.equals(over.frameOfReference()))
            throw new Refusal(VolumeReason.OTHER_FRAME_OF_REFERENCE).withRule("PS3.3 C.7.4.1");
        return new Fusion(over, least, greatest, opacity);
    }

    /// @return what was lost of the upper volume before it came
    public SourceLoss loss() {
        return over.loss();
    }

    /// @param plane of the picture
    /// @param columns of the picture
    /// @param rows of the picture
    /// @param pieces computes it
    /// @param argb the greys, row by row; becomes both
    /// @throws Refusal never
    public void over(ImagePlane plane, int columns, int rows, Pieces pieces, int[] argb)
            throws Refusal {
        var modality = over.modality();
        double scale = (STEPS - 1) / (greatest - least);
        int upper = (int) Math.round(opacity * 256);
        new Reformat(over, plane, columns, rows, Slab.NONE)
                .compute(
                        pieces,
                        (row, from, to, line) -> {
                            for (int x = from; x < to; x++) {
                                if (Float.isNaN(line[x])) continue;
                                double at = (modality.apply(line[x]) - least) * scale;
                                int colour = colours[(int) Math.clamp(at + 0.5, 0, STEPS - 1)];
                                int there = row * columns + x;
                                argb[there] = mixed(argb[there], colour, upper);
                            }
                        });
    }

    private static int mixed(int below, int above, int upper) {
        int mixed = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = below >> shift & 0xFF;
            int b = above >> shift & 0xFF;
            mixed |= (a * (256 - upper) + b * upper + 128 >> 8) << shift;
        }
        return mixed;
    }
}
