package org.tyde.settings;

/// A window that a person put on a number key, in place of the one that comes with Tyde.
///
/// @param key 1 to 9
/// @param name as shown; blank: the name that comes with Tyde
/// @param width in HU, at least 1 (PS3.3 C.11.2.1.2.1)
/// @param level in HU, the centre
public record WindowPreset(int key, String name, double width, double level) {
    /// HU: beyond this no CT value lies, and no window is wider or further away.
    public static final double FURTHEST = 65536;

    /// @throws IllegalArgumentException for another key, a width below 1, or values no CT has
    public WindowPreset {
        name = name.strip();
        if (key < 1 || key > 9) throw new IllegalArgumentException("no such key: " + key);
        if (!canBeWidth(width)) throw new IllegalArgumentException("window width: " + width);
        if (!canBeLevel(level)) throw new IllegalArgumentException("window level: " + level);
    }

    /// @param width in HU
    /// @return whether a window can be so wide
    public static boolean canBeWidth(double width) {
        return width >= 1 && width <= FURTHEST;
    }

    /// @param level in HU
    /// @return whether a window can lie there
    public static boolean canBeLevel(double level) {
        return level >= -FURTHEST && level <= FURTHEST;
    }
}
