package org.tyde.speech.hid;

/// How a light of a SpeechMike or PowerMic IV shines, and the report that says so.
public enum Light {
    /// Dark.
    OFF(0),
    /// Slowly on and off.
    SLOW(1),
    /// Fast on and off.
    FAST(2),
    /// All the time.
    ON(3);

    private static final byte SET_LIGHTS = 0x02;

    private final int bits;

    Light(int bits) {
        this.bits = bits;
    }

    /// @param green of the record light
    /// @param red of the record light
    /// @return the output report, 9 bytes, without a report number; all other lights go dark
    public static byte[] record(Light green, Light red) {
        var report = new byte[9];
        report[0] = SET_LIGHTS;
        report[6] = (byte) (green.bits | red.bits << 2);
        return report;
    }
}
