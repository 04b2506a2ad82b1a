package org.tyde.imaging;

import org.tyde.codec.Samples;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.ValueRange;

/// The least and the greatest value of a frame that count: padding, missing rows and colours do not.
final class FrameRange {
    private FrameRange() {}

    /// Stored values of the first sample.
    static ValueRange of(Frame frame) {
        boolean all =
                frame.padding().isEmpty()
                        && !frame.mixed()
                        && frame.samples() == 1
                        && frame.rowsThere() == frame.rows();
        return all && frame.stored() instanceof Samples.Shorts s
                ? shorts(s.values(), frame.format().signed() ? -1 : 0xFFFF)
                : through(frame, ModalityLut.IDENTITY);
    }

    private static ValueRange shorts(short[] values, int mask) {
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (short value : values) {
            int v = value & mask;
            least = Math.min(least, v);
            greatest = Math.max(greatest, v);
        }
        return ValueRange.of(least, greatest);
    }

    /// Every value looked up by itself, as a table need not rise.
    static ValueRange through(Frame frame, ModalityLut modality) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int step = frame.samples();
        var row = new double[frame.columns() * step];
        for (int r = 0; r < frame.rows(); r++) {
            frame.copyRow(r, row);
            for (int i = 0; i < row.length; i += step) {
                if (!frame.counts(row[i])) continue;
                double y = modality.apply(row[i]);
                if (y < least) least = y;
                if (y > greatest) greatest = y;
            }
        }
        return ValueRange.of(least, greatest);
    }
}
