package org.tyde.evidence;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

/// How an image is turned and flipped (PS3.3 C.10.6).
///
/// @param rotation clockwise, before any flip: 0, 90, 180 or 270 degrees
/// @param flipped left becomes right, after the rotation
public record SpatialTransform(int rotation, boolean flipped) {
    /// As stored.
    public static final SpatialTransform NONE = new SpatialTransform(0, false);

    /// @throws IllegalArgumentException for another angle
    public SpatialTransform {
        if (rotation < 0 || rotation > 270 || rotation % 90 != 0)
            throw new IllegalArgumentException("rotation by " + rotation);
    }

    static SpatialTransform of(DataSet state) throws Refusal {
        int rotation = state.integer(Tag.IMAGE_ROTATION).orElse(0);
        int turned = Math.floorMod(rotation, 360);
        return new SpatialTransform(
                turned / 90 * 90, state.textOr(Tag.IMAGE_HORIZONTAL_FLIP, "N").equals("Y"));
    }

    /// @return the same as degrees clockwise after a flip, which is how a view counts
    public int degreesAfterFlip() {
        return flipped ? (360 - rotation) % 360 : rotation;
    }

    /// @return whether columns become rows
    public boolean quarter() {
        return rotation % 180 != 0;
    }
}
