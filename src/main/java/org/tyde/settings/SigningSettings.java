package org.tyde.settings;

/// How reports are signed at this desk.
///
/// @param stayMinutes how long a signed report can be taken back before it leaves, 0 to 5
/// @param training whether who signs here is in training, whatever his role is called
public record SigningSettings(int stayMinutes, boolean training) {
    /// One minute.
    public static final SigningSettings USUAL = new SigningSettings(1, false);

    /// No report stays longer.
    public static final int LONGEST = 5;

    /// Of a specialist.
    ///
    /// @param stayMinutes how long a signed report can be taken back before it leaves, 0 to 5
    public SigningSettings(int stayMinutes) {
        this(stayMinutes, false);
    }

    /// @throws IllegalArgumentException fewer or more minutes
    public SigningSettings {
        if (stayMinutes < 0 || stayMinutes > 5)
            throw new IllegalArgumentException("a report stays 0 to 5 minutes: " + stayMinutes);
    }
}
