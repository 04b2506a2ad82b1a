package org.tyde.settings;

import java.time.LocalDate;
import java.util.Optional;

/// How a monitor was checked against the grayscale standard display function (PS3.14): what was found, when, by
/// whom.
///
/// @param found what its light follows
/// @param day when
/// @param by who checked it, at most 64 characters
/// @param light what was measured; required where Tyde is to make up for the monitor
public record MonitorCheck(Found found, LocalDate day, String by, Optional<Light> light) {
    /// A check holds for a year, the interval usual for a physicist's measurement of diagnostic displays. What is
    /// checked in between (DIN 6868-157: every half year) is the hospital's.
    private static final int YEARS = 1;

    private static final int LONGEST = 64;

    /// What a monitor's light follows.
    public enum Found {
        /// The grayscale standard display function: P-values are sent to it as they are.
        GSDF,
        /// sRGB (IEC 61966-2-1) between its black and its white: Tyde sets the greys.
        SRGB,
        /// Neither, or it is outside the limits of who checked it.
        NEITHER
    }

    /// What was measured, in cd/m².
    ///
    /// @param black at driving level 0, in the dark
    /// @param white at the greatest driving level, in the dark
    /// @param ambient that the switched-off screen reflects in the light in which images are read
    public record Light(double black, double white, double ambient) {
        /// cd/m², the darkest that the function knows (PS3.14 Table B-1).
        public static final double DARKEST = 0.05;

        /// cd/m², the brightest that a monitor can be said to have.
        public static final double BRIGHTEST = 3900;

        /// @throws IllegalArgumentException for light that no monitor has
        public Light {
            boolean can =
                    black >= 0
                            && ambient >= 0
                            && white > black
                            && black + ambient >= DARKEST
                            && white + ambient <= BRIGHTEST;
            if (!can)
                throw new IllegalArgumentException(
                        "black %s, white %s, ambient %s cd/m²".formatted(black, white, ambient));
        }

        /// @return how much brighter white is than black, as the eye sees both
        public double ratio() {
            return (white + ambient) / (black + ambient);
        }
    }

    /// @throws IllegalArgumentException without a name, or without light where it is required
    public MonitorCheck {
        if (by.isBlank() || by.length() > LONGEST)
            throw new IllegalArgumentException("who checked the monitor: '" + by + "'");
        if (found == Found.SRGB && light.isEmpty())
            throw new IllegalArgumentException("an sRGB monitor needs its measured light");
    }

    /// @return the last day on which it still says something
    public LocalDate until() {
        return day.plusYears(YEARS);
    }
}
