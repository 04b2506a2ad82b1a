package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads Sequence of Ultrasound Regions (0018,6011). A region that lacks what it needs, or says what cannot
/// be, is left out and said.
final class UltrasoundRegions {
    private UltrasoundRegions() {}

    static List<UltrasoundRegion> of(DataSet dataSet, Set<NotApplied> said) {
        var regions = new ArrayList<UltrasoundRegion>();
        try {
            for (var item : dataSet.sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS))
                read(item).ifPresentOrElse(regions::add, () -> said.add(NotApplied.SPACING));
        } catch (Refusal malformed) {
            said.add(NotApplied.SPACING);
        }
        return List.copyOf(regions);
    }

    private static Optional<UltrasoundRegion> read(DataSet item) {
        try {
            return region(item);
        } catch (Refusal malformed) {
            return Optional.empty();
        }
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
        boolean scaled = Double.isFinite(deltaX.orElse(Double.NaN) + deltaY.orElse(Double.NaN));
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
