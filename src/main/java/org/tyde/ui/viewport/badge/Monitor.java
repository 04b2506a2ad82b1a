package org.tyde.ui.viewport.badge;

import java.time.LocalDate;

/// What is known of the monitor that a picture stands on.
public sealed interface Monitor {
    /// Nobody has told Tyde.
    record NotKnown() implements Monitor {}

    /// It was checked.
    ///
    /// @param day when
    /// @param until the last day on which that still says something
    /// @param found how it went
    record Checked(LocalDate day, LocalDate until, Found found) implements Monitor {
        /// @param today the day
        /// @return whether it still says something; a check of tomorrow does not
        public boolean holds(LocalDate today) {
            return !today.isBefore(day) && !today.isAfter(until);
        }
    }

    /// What a check found.
    enum Found {
        /// It follows the grayscale standard display function (PS3.14), within the limits.
        GSDF,
        /// It follows sRGB, and Tyde sends it what makes it follow that function.
        SRGB,
        /// It follows neither, or is outside the limits.
        NEITHER
    }

    /// @param today the day
    /// @return what must be said of it
    default Claim claim(LocalDate today) {
        return switch (this) {
            case NotKnown() -> new Claim.MonitorNotKnown();
            case Checked checked when !checked.holds(today) -> new Claim.CheckOutdated(checked.day);
            case Checked(var day, var _, var found) ->
                    switch (found) {
                        case GSDF -> new Claim.Calibrated(day);
                        case SRGB -> new Claim.Corrected(day);
                        case NEITHER -> new Claim.NotCalibrated(day);
                    };
        };
    }
}
