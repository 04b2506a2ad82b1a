package org.tyde.speech.hid;

import org.tyde.refusal.Refusal;
import org.tyde.speech.hid.HandEvent.Moved;
import org.tyde.speech.hid.HandEvent.Pressed;
import org.tyde.speech.hid.HandEvent.Released;

import java.util.ArrayList;
import java.util.List;

/// From the reports of one device, one after the other, to what was pressed and let go. A report says what
/// is down; what changed is found here. For one thread.
public final class HandDecoder {
    private static final int BUTTONS = 0x80;
    private static final int MOTION = 0x9e;

    private final HandDevice device;
    private int down;

    /// @param device whose reports they are
    public HandDecoder(HandDevice device) {
        this.device = device;
    }

    /// @param report without a report number before it
    /// @return what happened, what was let go first; empty for a report that says nothing of buttons, such as
    ///     that of a battery
    /// @throws Refusal it is shorter than a report of this device; what was down is held to be down still
    public List<HandEvent> decode(byte[] report) throws Refusal {
        var form = device.form();
        if (report.length < form.length)
            throw new Refusal(HidReason.SHORT_REPORT, report.length, form.length);
        return switch (form) {
            case COMMANDS -> command(report);
            case WORD_AT_1 -> changed(word(report, 1));
            case BYTE_AT_0 -> changed(report[0] & 0xff);
        };
    }

    private List<HandEvent> command(byte[] report) {
        return switch (report[0] & 0xff) {
            case BUTTONS -> changed(word(report, 7));
            case MOTION -> List.of(new Moved(report[8] != 1));
            default -> List.of();
        };
    }

    /// The device is gone: nothing of it is held any more.
    ///
    /// @return what was down is let go
    public List<HandEvent> gone() {
        return changed(0);
    }

    private List<HandEvent> changed(int next) {
        var events = new ArrayList<HandEvent>();
        device.bits()
                .forEach(
                        (control, bit) -> {
                            if (was(bit) && !is(next, bit)) events.add(new Released(control));
                        });
        device.bits()
                .forEach(
                        (control, bit) -> {
                            if (!was(bit) && is(next, bit)) events.add(new Pressed(control));
                        });
        down = next;
        return events;
    }

    private boolean was(int bit) {
        return is(down, bit);
    }

    private static boolean is(int bits, int bit) {
        return (bits >> bit & 1) != 0;
    }

    private static int word(byte[] report, int at) {
        return report[at] & 0xff | (report[at + 1] & 0xff) << 8;
    }
}
