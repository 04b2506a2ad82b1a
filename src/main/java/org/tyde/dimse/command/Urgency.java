package org.tyde.dimse.command;

/// Priority (0000,0700) (PS3.7 E.1).
public enum Urgency {
    LOW(2),
    MEDIUM(0),
    HIGH(1);

    private final int code;

    Urgency(int code) {
        this.code = code;
    }

    /// @return its code
    public int code() {
        return code;
    }
}
