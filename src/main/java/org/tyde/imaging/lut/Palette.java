package org.tyde.imaging.lut;

/// Three tables that turn an index into a colour (PS3.3 C.7.6.3.1.5, C.7.9).
///
/// @param red Red Palette Color Lookup Table (0028,1101), (0028,1201)
/// @param green as red
/// @param blue as red
public record Palette(Lut red, Lut green, Lut blue) {
    /// @param index a stored value
    /// @return `0xRRGGBB`
    public int rgb(int index) {
        return eight(red, index) << 16 | eight(green, index) << 8 | eight(blue, index);
    }

    private static int eight(Lut lut, int index) {
        int value = lut.at(index);
        return lut.bits() > 8 ? value >>> (lut.bits() - 8) : value << (8 - lut.bits());
    }
}
