package org.tyde.speech.hid;

import org.tyde.refusal.Refusal;
import org.tyde.speech.hid.HandEvent.Moved;
import org.tyde.speech.hid.HandEvent.Pressed;
import org.tyde.speech.hid.HandEvent.Released;
import org.tyde.speech.hid.HandEvent.Slid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// From the reports of one device, one after the other, to what was pressed and let go. A report says what
/// is down; what changed is found here. For one thread.
public final class HandDecoder {
    private static final int BUTTONS = 0x80;
    private static final int MOTION = 0x9e;

    private final HandDevice device;
    private final Set<Control> positions;
    private int down;
    private OptionalInt stands = OptionalInt.empty();

    /// @param device whose reports they are; it has buttons
    public HandDecoder(HandDevice device) {
        this(device, Optional.empty());
    }

    /// @param device whose reports they are
    /// @param slider that it has
    public HandDecoder(HandDevice device, Optional<Slider> slider) {
        this.device = device;
        this.positions = slider.map(Slider::positions).orElse(Set.of());
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
            case WORD_AT_1 -> buttons(word(report, 1));
            case BYTE_AT_0 -> buttons(report[0] & 0xff);
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
    /// @return what was down is let go, and a slider that stood at record at stop
    public List<HandEvent> gone() {
        var events = buttons(0);
        boolean recorded = positions.contains(Control.RECORD) && stands.equals(at(Control.RECORD));
        if (recorded) events.add(new Slid(Control.STOP));
        stands = OptionalInt.empty();
        return events;
    }

    private List<HandEvent> changed(int next) {
        int slider = 0;
        for (var position : positions) slider |= 1 << at(position).orElseThrow();
        var pushed = slid(next & slider, down != (next & ~slider));
        var events = buttons(next & ~slider);
        pushed.ifPresent(events::add);
        return events;
    }

    /// Where the slider stood at first is seen with the first button, and is no push then.
    private Optional<HandEvent> slid(int bits, boolean withButton) {
        if (Integer.bitCount(bits) != 1) return Optional.empty();
        var before = stands;
        stands = OptionalInt.of(Integer.numberOfTrailingZeros(bits));
        if (stands.equals(before) || before.isEmpty() && withButton) return Optional.empty();
        return positions.stream().filter(p -> at(p).equals(stands)).findFirst().map(Slid::new);
    }

    private OptionalInt at(Control control) {
        var bit = device.bits().get(control);
        return bit == null ? OptionalInt.empty() : OptionalInt.of(bit);
    }

    private List<HandEvent> buttons(int next) {
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
