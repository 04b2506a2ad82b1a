package org.tyde.volume;

/// The Hot Iron colour palette (PS3.6 B.1.1): from black through red and yellow to white. Red rises over the
/// lower half of the table, green over the upper half, blue over the last quarter.
final class HotIron {
    private static final int LAST = 255;

    private HotIron() {}

    /// @param part 0 to 1 of the table
    /// @return opaque colour
    static int argb(double part) {
        int index = Math.clamp(Math.round(part * LAST), 0, LAST);
        if (index == LAST) return 0xFFFFFFFF;
        return 0xFF000000
                | rise(index, 0, 2) << 16
                | rise(index, 128, 2) << 8
                | rise(index, 191, 4);
    }

    private static int rise(int index, int from, int each) {
        return Math.clamp((long) (index - from) * each, 0, LAST);
    }
}
