package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.BlockStyle;
import org.tyde.codec.j2k.header.Orientation;
import org.tyde.codec.j2k.header.Rectangle;

/// One sub-band of a tile-component (T.800 B.5).
///
/// @param resolution it belongs to, 0 the lowest
/// @param orientation which filters made it
/// @param area of its samples in its own grid (B-15)
/// @param style of its code-blocks
/// @param planes magnitude bit-planes, with those of a region of interest (E-2, H.1)
/// @param shift bit-planes by which a region of interest is raised
/// @param step by which a magnitude is multiplied (E-3), 1 for the reversible wavelet
record Subband(
        int resolution,
        Orientation orientation,
        Rectangle area,
        BlockStyle style,
        int planes,
        int shift,
        double step) {
    /// @param layout of the plane its coefficients go to
    /// @return half the step, with what the irreversible wavelet wants of it
    double half(PlaneLayout layout) {
        return step / 2 * IrreversibleWavelet.gain(layout, resolution, orientation);
    }
}
