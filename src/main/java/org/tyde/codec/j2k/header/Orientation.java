package org.tyde.codec.j2k.header;

/// Which filters made a sub-band: first letter horizontal, second vertical (T.800 B.5, F.3.1).
public enum Orientation {
    LL(0),
    HL(1),
    LH(2),
    HH(3);

    private final int index;

    Orientation(int index) {
        this.index = index;
    }

    /// @return its place among the sub-bands of a level
    public int index() {
        return index;
    }

    /// @return whether the columns are high-pass
    public boolean highColumns() {
        return this == HL || this == HH;
    }

    /// @return whether the rows are high-pass
    public boolean highRows() {
        return this == LH || this == HH;
    }

    /// @return log2 of the nominal gain (T.800 Table E.1)
    public int gain() {
        return (highColumns() ? 1 : 0) + (highRows() ? 1 : 0);
    }
}
