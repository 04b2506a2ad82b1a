package org.tyde.ui.viewport.text;

/// A scale bar of a round length that fits a given room on screen.
///
/// @param millimetres its length: 1, 2 or 5 times a power of ten
/// @param pixels its length on screen
public record ScaleBar(double millimetres, double pixels) {
    /// @param pixelsPerMillimetre on screen, positive
    /// @param room the most it may be, in px, positive
    /// @return the longest round bar within the room
    public static ScaleBar within(double pixelsPerMillimetre, double room) {
        double most = room / pixelsPerMillimetre;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double leading = most / power;
        double length = (leading >= 5 ? 5 : leading >= 2 ? 2 : 1) * power;
        return new ScaleBar(length, length * pixelsPerMillimetre);
    }

    /// @return how many equal parts its ticks make: fifths of 5 and of 1, halves of 2
    public int parts() {
        double leading = millimetres / Math.pow(10, Math.floor(Math.log10(millimetres) + 1e-9));
        return Math.abs(leading - 2) < 1e-6 ? 2 : 5;
    }
}
