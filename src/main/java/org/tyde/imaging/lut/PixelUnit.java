package org.tyde.imaging.lut;

/// What the values mean that the Modality LUT puts out.
///
/// @param ucum in the Unified Code for Units of Measure, `1` where there is no unit
/// @param display as a person writes it, empty where there is no unit
public record PixelUnit(String ucum, String display) {
    /// Hounsfield units.
    public static final PixelUnit HU = new PixelUnit("[hnsf'U]", "HU");

    /// No unit is stated.
    public static final PixelUnit NONE = new PixelUnit("1", "");

    /// Activity concentration.
    public static final PixelUnit BECQUEREL_PER_ML = new PixelUnit("Bq/mL", "Bq/ml");

    /// Absorbed dose.
    public static final PixelUnit GRAY = new PixelUnit("Gy", "Gy");

    /// Optical density in thousandths (Rescale Type OD).
    public static final PixelUnit OPTICAL_DENSITY = new PixelUnit("1", "OD x 1000");
}
