package org.tyde.codec;

import org.tyde.refusal.Refusal;

import java.util.Locale;

/// Photometric Interpretation (0028,0004), PS3.3 C.7.6.3.1.2: what the samples of a pixel mean.
public enum Photometric {
    /// Grey, the lowest value is white.
    MONOCHROME1(1),
    /// Grey, the lowest value is black.
    MONOCHROME2(1),
    /// An index into three lookup tables.
    PALETTE_COLOR(1),
    /// Red, green, blue.
    RGB(3),
    /// Luminance and two colour differences, all at full resolution.
    YBR_FULL(3),
    /// Colour differences at half the columns.
    YBR_FULL_422(3),
    /// Colour differences at half the columns and rows, MPEG levels.
    YBR_PARTIAL_420(3),
    /// The irreversible colour transform of JPEG 2000.
    YBR_ICT(3),
    /// The reversible colour transform of JPEG 2000.
    YBR_RCT(3),
    /// The colour space of JPEG XL.
    XYB(3);

    private final int samples;

    Photometric(int samples) {
        this.samples = samples;
    }

    /// @return Samples per Pixel (0028,0002) that goes with it
    public int samples() {
        return samples;
    }

    /// @return whether it is grey, so that a window may be applied
    public boolean grey() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /// @return the defined term as it stands in a data set
    public String term() {
        return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
    }

    /// @param term as it stands in a data set; spaces at the ends and case do not count
    /// @return the interpretation
    /// @throws Refusal [CodecReason#UNKNOWN_PHOTOMETRIC] for any other term
    public static Photometric of(String term) throws Refusal {
        var wanted = term.strip().toUpperCase(Locale.ROOT);
        for (var one : values()) if (one.term().equals(wanted)) return one;
        throw new Refusal(CodecReason.UNKNOWN_PHOTOMETRIC, wanted)
                .withPlace("(0028,0004)")
                .withRule("PS3.3 C.7.6.3.1.2");
    }
}
