package org.tyde.imaging;

import org.tyde.codec.Photometric;
import org.tyde.imaging.lut.Palette;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.refusal.Refusal;

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

    /// @param photometric of the decoded values
    /// @throws Refusal where their colours cannot be known
    void check(Photometric photometric) throws Refusal {
        switch (photometric) {
            case MONOCHROME1, MONOCHROME2, RGB, YBR_FULL, YBR_FULL_422 -> {}
            case PALETTE_COLOR -> {
                if (palette.isEmpty())
                    throw new Refusal(ImagingReason.NO_PALETTE)
                            .withPlace("(0028,1101)")
                            .withRule("PS3.3 C.7.9");
            }
            case YBR_PARTIAL_420, YBR_ICT, YBR_RCT, XYB ->
                    throw new Refusal(ImagingReason.COLOURS, photometric.term())
                            .withPlace("(0028,0004)")
                            .withRule("PS3.3 C.7.6.3.1.2");
        }
    }
}
