package org.tyde.measure;

import org.tyde.imaging.lut.PixelUnit;

/// A unit of the Unified Code for Units of Measure.
///
/// @param ucum its code, as an SR stores it
/// @param display as a person writes it, empty where there is none
public record Unit(String ucum, String display) {
    /// Millimetre.
    public static final Unit MM = new Unit("mm", "mm");

    /// Square millimetre.
    public static final Unit MM2 = new Unit("mm2", "mm²");

    /// Pixel, where nothing better is known.
    public static final Unit PX = new Unit("{pixels}", "px");

    /// Square pixel.
    public static final Unit PX2 = new Unit("{pixels}2", "px²");

    /// Degree of an angle.
    public static final Unit DEGREE = new Unit("deg", "°");

    /// Nothing but a number.
    public static final Unit ONE = new Unit("1", "");

    /// @param pixel the unit of an image's values
    /// @return the same
    public static Unit of(PixelUnit pixel) {
        return new Unit(pixel.ucum(), pixel.display());
    }
}
