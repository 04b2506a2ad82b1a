package org.tyde.speech.hid;

import java.util.Optional;
import java.util.OptionalInt;

/// What a SpeechMike is asked when it is connected, to tell its model: whether it is a Premium or later, and
/// then for its number, which older ones and the receivers of wireless ones keep in other places. For one
/// thread.
public final class ModelQuestion {
    private static final int LENGTH = 9;
    private static final int IS_PREMIUM = 0x83;
    private static final int NUMBER_OF_THIRD = 0x87;
    private static final int NUMBERS_OF_PREMIUM = 0x8b;

    private int asked = IS_PREMIUM;
    private boolean over;
    private OptionalInt number = OptionalInt.empty();

    /// @return the question that is open, an output report of 9 bytes without a report number
    public byte[] question() {
        var report = new byte[LENGTH];
        report[0] = (byte) asked;
        return report;
    }

    /// @param report from the device, without a report number; one that is no answer changes nothing
    /// @return whether there is another question
    public boolean answered(byte[] report) {
        if (over || report.length < LENGTH || (report[0] & 0xff) != asked) return false;
        switch (asked) {
            case IS_PREMIUM ->
                    asked = (report[8] & 0x80) == 0 ? NUMBER_OF_THIRD : NUMBERS_OF_PREMIUM;
            case NUMBER_OF_THIRD -> tell(word(report, 7));
            case NUMBERS_OF_PREMIUM -> {
                // a SpeechOne or later keeps its number elsewhere; none of them has a slider
                if (report[1] != 0) over = true;
                else tell(Math.max(word(report, 2), Math.max(word(report, 4), word(report, 6))));
            }
            default -> throw new IllegalStateException("asked " + asked);
        }
        return !over;
    }

    private void tell(int model) {
        number = OptionalInt.of(model);
        over = true;
    }

    /// @return whether all has been answered
    public boolean over() {
        return over;
    }

    /// @return the slider, so far as it has been told
    public Optional<Slider> slider() {
        return number.isPresent() ? Slider.of(number.getAsInt()) : Optional.empty();
    }

    /// @return the model's number, such as 3710, once it has been told
    public OptionalInt number() {
        return number;
    }

    private static int word(byte[] report, int at) {
        return (report[at] & 0xff) << 8 | report[at + 1] & 0xff;
    }
}
