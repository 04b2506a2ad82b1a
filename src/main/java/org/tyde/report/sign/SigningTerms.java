package org.tyde.report.sign;

import java.time.Duration;

/// What signing means at this desk.
///
/// @param stay how long a signed report can be taken back before it leaves, 0 to 5 minutes
/// @param training whether who signs here is in training: what he signs waits for a countersignature
public record SigningTerms(Duration stay, boolean training) {
    /// One minute; a specialist.
    public static final SigningTerms USUAL = new SigningTerms(Duration.ofMinutes(1));

    /// @throws IllegalArgumentException negative, or longer than five minutes
    public SigningTerms {
        if (stay.isNegative() || stay.compareTo(TakeBackTime.LONGEST) > 0)
            throw new IllegalArgumentException("a report stays 0 to 5 minutes, not " + stay);
    }

    /// Of a specialist.
    ///
    /// @param stay how long a signed report can be taken back before it leaves, 0 to 5 minutes
    public SigningTerms(Duration stay) {
        this(stay, false);
    }
}
