package org.tyde.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/// A monitor as the desktop knows it. JavaFX gives monitors no name, so one is recognised by where it lies,
/// how large it is, and how it is scaled; once any of these changes it is another monitor, of which nothing
/// is known: better no life size than a wrong one.
///
/// @param x left edge in the desktop's units
/// @param y top edge in the desktop's units
/// @param width in the desktop's units, at least 1
/// @param height in the desktop's units, at least 1
/// @param scale pixels for each of the desktop's units, positive
/// @param dpi as the system says, for telling monitors apart only
public record Monitor(int x, int y, int width, int height, double scale, int dpi) {
    private static final Pattern FORM =
            Pattern.compile("(\\d+)x(\\d+)([+-]\\d+)([+-]\\d+) @(\\d+(?:\\.\\d+)?) (\\d+)dpi");

    /// @throws IllegalArgumentException for a monitor without extent
    public Monitor {
        if (width < 1 || height < 1 || !(scale > 0))
            throw new IllegalArgumentException("a monitor without extent");
    }

    /// @param text as [#toString] writes it, such as `1920x1200+0+0 @1 96dpi`
    /// @return the monitor
    /// @throws IllegalArgumentException for anything else
    public static Monitor parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("not a monitor: " + text);
        return new Monitor(
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Double.parseDouble(parts.group(5)),
                Integer.parseInt(parts.group(6)));
    }

    /// @return width in its own pixels
    public int pixelWidth() {
        return (int) Math.round(width * scale);
    }

    /// @return height in its own pixels
    public int pixelHeight() {
        return (int) Math.round(height * scale);
    }

    /// @return `1920x1200+0+0 @1 96dpi`: extent, place, scale; what `tyde.json` calls it
    @Override
    public String toString() {
        var scaled =
                scale == Math.rint(scale) ? String.valueOf((long) scale) : String.valueOf(scale);
        return String.format(
                Locale.ROOT, "%dx%d%+d%+d @%s %ddpi", width, height, x, y, scaled, dpi);
    }
}
