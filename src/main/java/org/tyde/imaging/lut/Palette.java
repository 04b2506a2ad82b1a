package org.tyde.imaging.lut;

/// Three tables that turn an index into a colour (PS3.3 C.7.6.3.1.5, C.7.9). Entries of more than 8 bits are
/// rounded to the nearest of 8, unless every low byte is 0: then they are 8 bits put into the upper byte, and
/// white is FF00.
///
/// @param red Red Palette Color Lookup Table (0028,1101), (0028,1201)
/// @param green as red
/// @param blue as red
public record Palette(Lut red, Lut green, Lut blue) {
    /// Rounds the entries to 8 bits.
    public Palette {
        boolean upper = upperByte(red) && upperByte(green) && upperByte(blue);
        red = eight(red, upper);
        green = eight(green, upper);
        blue = eight(blue, upper);
    }

    private static boolean upperByte(Lut lut) {
        if (lut.bits() != 16) return false;
        for (int i = 0; i < lut.size(); i++) if ((lut.entry(i) & 0xFF) != 0) return false;
        return true;
    }

    private static Lut eight(Lut lut, boolean upper) {
        if (lut.bits() == 8) return lut;
        var entries = new int[lut.size()];
        for (int i = 0; i < entries.length; i++)
            entries[i] =
                    upper
                            ? lut.entry(i) >> 8
                            : (int) Math.floor(255.0 * lut.entry(i) / lut.greatest() + 0.5);
        return new Lut(lut.firstMapped(), 8, entries);
    }

    /// @param index a stored value
    /// @return `0xRRGGBB`
    public int rgb(int index) {
        return red.at(index) << 16 | green.at(index) << 8 | blue.at(index);
    }
}
