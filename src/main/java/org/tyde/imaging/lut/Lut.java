package org.tyde.imaging.lut;

/// A lookup table (PS3.3 C.11.1.1): values below the first mapped get the first entry, values beyond the
/// last get the last.
public final class Lut {
    private final int firstMapped;
    private final int bits;
    private final int[] entries;

    /// @param firstMapped the input of the first entry
    /// @param bits of an entry, 8 to 16
    /// @param entries 1 to 65536 values, each 0 to 2^bits - 1; copied
    public Lut(int firstMapped, int bits, int[] entries) {
        if (entries.length == 0 || entries.length > 65_536 || bits < 1 || bits > 16)
            throw new IllegalArgumentException(entries.length + " entries of " + bits + " bits");
        this.firstMapped = firstMapped;
        this.bits = bits;
        this.entries = entries.clone();
    }

    /// @return the input of the first entry
    public int firstMapped() {
        return firstMapped;
    }

    /// @return bits of an entry
    public int bits() {
        return bits;
    }

    /// @return how many entries
    public int size() {
        return entries.length;
    }

    /// @return the greatest value an entry can hold
    public int greatest() {
        return (1 << bits) - 1;
    }

    /// @param input rounded to the nearest whole number
    /// @return its entry
    public int at(double input) {
        return entry(input - firstMapped);
    }

    /// @param index counted from 0, rounded to the nearest whole number
    /// @return that entry, the first or the last beyond them
    public int entry(double index) {
        return entries[(int) Math.clamp(Math.round(index), 0L, entries.length - 1L)];
    }
}
