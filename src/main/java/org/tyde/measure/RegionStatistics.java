package org.tyde.measure;

import org.tyde.imaging.Frame;
import org.tyde.imaging.lut.ModalityLut;

import java.util.Optional;

/// The values of the pixels whose centres lie in a region, after the Modality LUT, padding and
/// rows that could not be decoded left out.
///
/// @param count how many, at least 1
/// @param mean their mean
/// @param deviation standard deviation with n - 1; 0 for one pixel
/// @param least the smallest
/// @param greatest the largest
public record RegionStatistics(
        int count, double mean, double deviation, double least, double greatest) {
    /// @param region in the frame's own pixels
    /// @param frame grey, at full size
    /// @param modality of that frame
    /// @return the statistics; empty for colour, for values that lack detail, and where no pixel's centre
    ///     lies inside
    /// @throws IllegalArgumentException for a frame of a smaller resolution level
    public static Optional<RegionStatistics> of(Ellipse region, Frame frame, ModalityLut modality) {
        if (frame.level() != 0)
            throw new IllegalArgumentException("statistics are made at full size only");
        if (!frame.grey() || frame.coarse()) return Optional.empty();
        int top = clamp(region.centre().row() - region.rowRadius(), frame.rows());
        int bottom = clamp(region.centre().row() + region.rowRadius(), frame.rows());
        int left = clamp(region.centre().column() - region.columnRadius(), frame.columns());
        int right = clamp(region.centre().column() + region.columnRadius(), frame.columns());
        var row = new double[frame.columns() * frame.samples()];
        int count = 0;
        double mean = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int r = top; r <= bottom; r++) {
            frame.copyRow(r, row);
            for (int c = left; c <= right; c++) {
                if (!region.contains(c, r) || !frame.counts(row[c])) continue;
                double value = modality.apply(row[c]);
                count++;
                double before = value - mean;
                mean += before / count;
                squares += before * (value - mean);
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        if (count == 0) return Optional.empty();
        double deviation = count == 1 ? 0 : Math.sqrt(squares / (count - 1));
        return Optional.of(new RegionStatistics(count, mean, deviation, least, greatest));
    }

    private static int clamp(double at, int size) {
        return Math.clamp(Math.round(at), 0, size - 1);
    }
}
