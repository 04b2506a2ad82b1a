package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads Sequence of Ultrasound Regions (0018,6011). A region that lacks what it needs is left out.
final class UltrasoundRegions {
    private UltrasoundRegions() {}

    static List<UltrasoundRegion> of(DataSet dataSet) throws Refusal {
        var regions = new ArrayList<UltrasoundRegion>();
        for (var item : dataSet.sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS))
            region(item).ifPresent(regions::add);
        return List.copyOf(regions);
    }

    private static Optional<UltrasoundRegion> region(DataSet item) throws Refusal {
        var left = item.integer(Tag.REGION_LOCATION_MIN_X0);
        var top = item.integer(Tag.REGION_LOCATION_MIN_Y0);
        var right = item.integer(Tag.REGION_LOCATION_MAX_X1);
        var bottom = item.integer(Tag.REGION_LOCATION_MAX_Y1);
        var format = UltrasoundRegion.Format.of(item.integer(Tag.REGION_SPATIAL_FORMAT).orElse(-1));
        var unitX =
                UltrasoundRegion.Unit.of(item.integer(Tag.PHYSICAL_UNITS_X_DIRECTION).orElse(-1));
        var unitY =
                UltrasoundRegion.Unit.of(item.integer(Tag.PHYSICAL_UNITS_Y_DIRECTION).orElse(-1));
        var deltaX = item.decimal(Tag.PHYSICAL_DELTA_X);
        var deltaY = item.decimal(Tag.PHYSICAL_DELTA_Y);
        boolean placed =
                left.isPresent() && top.isPresent() && right.isPresent() && bottom.isPresent();
        boolean scaled = deltaX.isPresent() && deltaY.isPresent();
        if (!placed || !scaled || format.isEmpty() || unitX.isEmpty() || unitY.isEmpty())
            return Optional.empty();
        return Optional.of(
                new UltrasoundRegion(
                        left.getAsInt(),
                        top.getAsInt(),
                        right.getAsInt(),
                        bottom.getAsInt(),
                        format.get(),
                        unitX.get(),
                        unitY.get(),
                        deltaX.getAsDouble(),
                        deltaY.getAsDouble(),
                        reference(item)));
    }

    private static Optional<ImageToScreen.Place> reference(DataSet item) throws Refusal {
        var x = item.integer(Tag.REFERENCE_PIXEL_X0);
        var y = item.integer(Tag.REFERENCE_PIXEL_Y0);
        if (x.isEmpty() || y.isEmpty()) return Optional.empty();
        return Optional.of(new ImageToScreen.Place(x.getAsInt(), y.getAsInt()));
    }
}
