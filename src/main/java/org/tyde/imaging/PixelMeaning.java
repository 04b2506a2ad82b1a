package org.tyde.imaging;

import org.tyde.imaging.lut.Palette;
import org.tyde.imaging.lut.PixelPadding;

import java.util.Optional;

/// What a header says of stored values before any look-up table for grey.
///
/// @param padding values that are no picture
/// @param palette of PALETTE COLOR, in sRGB
/// @param supplemental of a grey image some of whose values are colours: those from the palette's first mapped
///     value on (PS3.3 C.7.6.19), in sRGB
/// @param profile from the samples' colours to sRGB
public record PixelMeaning(
        Optional<PixelPadding> padding,
        Optional<Palette> palette,
        Optional<Palette> supplemental,
        Optional<IccTransform> profile) {
    /// Values as they are.
    public static final PixelMeaning PLAIN =
            new PixelMeaning(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    PixelMeaning withoutPadding() {
        return new PixelMeaning(Optional.empty(), palette, supplemental, profile);
    }

    /// After the look-up of an index has made it RGB.
    PixelMeaning withoutPalette() {
        return new PixelMeaning(padding, Optional.empty(), supplemental, profile);
    }

    /// @param stored a stored value
    /// @return whether it is a colour of the supplemental palette
    boolean coloured(double stored) {
        return supplemental.isPresent() && stored >= supplemental.get().red().firstMapped();
    }
}
