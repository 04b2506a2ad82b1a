package org.tyde.settings;

import java.util.Optional;
import java.util.OptionalDouble;

/// How one monitor is used.
///
/// @param textScale of all text on it, 1 to 2; absent: as on other monitors
/// @param pixelMm mm from pixel to pixel, 0.05 to 1; absent: as on other monitors
/// @param check how it was checked; holds for this monitor alone
public record MonitorSetup(
        OptionalDouble textScale, OptionalDouble pixelMm, Optional<MonitorCheck> check) {
    /// mm, the finest pixels a monitor can be said to have.
    public static final double FINEST_PIXEL = 0.05;

    /// mm, the coarsest pixels a monitor can be said to have.
    public static final double COARSEST_PIXEL = 1;

    /// Nothing is said.
    public static final MonitorSetup NONE =
            new MonitorSetup(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());

    /// @throws IllegalArgumentException for a text scale outside 1 to 2, or pixels outside 0.05 to 1 mm
    public MonitorSetup {
        if (textScale.isPresent()
                && !(textScale.getAsDouble() >= 1 && textScale.getAsDouble() <= 2))
            throw new IllegalArgumentException("text scale must be 1 to 2: " + textScale);
        if (pixelMm.isPresent() && !canBePixel(pixelMm.getAsDouble()))
            throw new IllegalArgumentException("pixels must be 0.05 to 1 mm: " + pixelMm);
    }

    /// @param mm from pixel to pixel
    /// @return whether a monitor can have such pixels
    public static boolean canBePixel(double mm) {
        return mm >= FINEST_PIXEL && mm <= COARSEST_PIXEL;
    }

    /// @param next 1 to 2
    /// @return with it
    public MonitorSetup withTextScale(double next) {
        return new MonitorSetup(OptionalDouble.of(next), pixelMm, check);
    }

    /// @param next mm from pixel to pixel; empty: as on other monitors
    /// @return with it
    public MonitorSetup withPixelMm(OptionalDouble next) {
        return new MonitorSetup(textScale, next, check);
    }

    /// @param next how it was checked; empty: nobody has said
    /// @return with it
    public MonitorSetup withCheck(Optional<MonitorCheck> next) {
        return new MonitorSetup(textScale, pixelMm, next);
    }
}
