package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePoint;
import org.tyde.refusal.Refusal;

import java.util.Optional;
import java.util.OptionalDouble;

/// What part of an image is shown, and how large (PS3.3 C.10.4). Columns and rows count from 1, grow to the
/// right and down in the image as stored, and may lie outside it; the first corner is that shown at the upper
/// left after rotation and flip, the second that at the lower right.
///
/// @param firstColumn of the corner shown at the upper left
/// @param firstRow of the corner shown at the upper left
/// @param lastColumn of the corner shown at the lower right
/// @param lastRow of the corner shown at the lower right
/// @param size how large
/// @param aspect height of a presented pixel over its width; empty where the state does not say
public record DisplayedArea(
        int firstColumn,
        int firstRow,
        int lastColumn,
        int lastRow,
        Size size,
        OptionalDouble aspect) {
    /// Presentation Size Mode (0070,0100).
    public sealed interface Size {
        /// As large as fits.
        record ScaleToFit() implements Size {}

        /// Life size.
        ///
        /// @param rowSpacing millimetres between presented rows
        /// @param columnSpacing millimetres between presented columns
        record TrueSize(double rowSpacing, double columnSpacing) implements Size {}

        /// @param factor screen pixels for each image pixel
        record Magnify(double factor) implements Size {}
    }

    /// @param columns of an image
    /// @param rows of an image
    /// @return the whole image, as large as fits
    public static DisplayedArea whole(int columns, int rows) {
        return new DisplayedArea(
                1, 1, columns, rows, new Size.ScaleToFit(), OptionalDouble.empty());
    }

    /// @return how many columns it has
    public int columns() {
        return Math.abs(lastColumn - firstColumn) + 1;
    }

    /// @return how many rows it has
    public int rows() {
        return Math.abs(lastRow - firstRow) + 1;
    }

    /// @return the outer corner of its least column and row
    public ImagePoint corner() {
        return new ImagePoint(
                Math.min(firstColumn, lastColumn) - 1.5, Math.min(firstRow, lastRow) - 1.5);
    }

    /// @return the outer corner of its greatest column and row
    public ImagePoint opposite() {
        return corner().plus(columns(), rows());
    }

    /// @return its middle
    public ImagePoint middle() {
        return corner().plus(columns() / 2.0, rows() / 2.0);
    }

    /// @param wide columns of the image
    /// @param high rows of the image
    /// @return whether it is the whole image, give or take a pixel
    public boolean covers(int wide, int high) {
        return Math.min(firstColumn, lastColumn) <= 1
                && Math.min(firstRow, lastRow) <= 1
                && Math.max(firstColumn, lastColumn) >= wide
                && Math.max(firstRow, lastRow) >= high
                && columns() <= wide + 2
                && rows() <= high + 2;
    }

    /// @param item of Displayed Area Selection Sequence (0070,005A)
    /// @return the area; empty where it is none as the standard has it
    static Optional<DisplayedArea> of(DataSet item) throws Refusal {
        int[] first = item.integers(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER);
        int[] last = item.integers(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER);
        double[] spacing = item.decimals(Tag.PRESENTATION_PIXEL_SPACING);
        int[] ratio = item.integers(Tag.PRESENTATION_PIXEL_ASPECT_RATIO);
        var size = size(item, spacing);
        if (first.length != 2 || last.length != 2 || size.isEmpty()) return Optional.empty();
        var aspect = OptionalDouble.empty();
        if (spacing.length == 2 && spacing[0] > 0 && spacing[1] > 0)
            aspect = OptionalDouble.of(spacing[0] / spacing[1]);
        else if (ratio.length == 2 && ratio[0] > 0 && ratio[1] > 0)
            aspect = OptionalDouble.of((double) ratio[0] / ratio[1]);
        return Optional.of(
                new DisplayedArea(first[0], first[1], last[0], last[1], size.get(), aspect));
    }

    private static Optional<Size> size(DataSet item, double[] spacing) throws Refusal {
        double factor = item.decimal(Tag.PRESENTATION_PIXEL_MAGNIFICATION_RATIO).orElse(0);
        boolean known = spacing.length == 2 && spacing[0] > 0 && spacing[1] > 0;
        return switch (item.textOr(Tag.PRESENTATION_SIZE_MODE, "")) {
            case "SCALE TO FIT" -> Optional.of(new Size.ScaleToFit());
            case "TRUE SIZE" ->
                    known
                            ? Optional.of(new Size.TrueSize(spacing[0], spacing[1]))
                            : Optional.empty();
            case "MAGNIFY" -> factor > 0 ? Optional.of(new Size.Magnify(factor)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
