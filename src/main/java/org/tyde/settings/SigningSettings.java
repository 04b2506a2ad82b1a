package org.tyde.settings;

/// How reports are signed at this desk.
///
/// @param stayMinutes how long a signed report can be taken back before it leaves, 0 to 5
public record SigningSettings(int stayMinutes) {
    /// One minute.
    public static final SigningSettings USUAL = new SigningSettings(1);

    /// No report stays longer.
    public static final int LONGEST = 5;

    /// @throws IllegalArgumentException fewer or more minutes
    public SigningSettings {
        if (stayMinutes < 0 || stayMinutes > 5)
            throw new IllegalArgumentException("a report stays 0 to 5 minutes: " + stayMinutes);
    }
}
