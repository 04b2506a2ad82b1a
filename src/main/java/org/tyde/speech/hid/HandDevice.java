package org.tyde.speech.hid;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The devices that are understood, by the numbers they give on USB. A SpeechMike must be in HID mode: in
/// keyboard mode it is a keyboard and needs none of this.
public enum HandDevice {
    /// Wired SpeechMike (LFH35xx, LFH36xx, SMP37xx, SMP38xx).
    SPEECHMIKE(0x0911, 0x0c1c, 0xFFA0, Form.COMMANDS, speechMike()),
    /// SpeechMike Premium Air (SMP40xx).
    SPEECHMIKE_AIR(0x0911, 0x0c1d, 0xFFA0, Form.COMMANDS, speechMike()),
    /// SpeechOne (PSM6000), SpeechMike Ambient (PSM5000).
    SPEECH_ONE(0x0911, 0x0c1e, 0xFFA0, Form.COMMANDS, speechMike()),
    /// PowerMic IV.
    POWERMIC_4(0x0554, 0x0064, 0xFFA0, Form.COMMANDS, powerMic4()),
    /// PowerMic III.
    POWERMIC_3(0x0554, 0x1001, 0x0001, Form.WORD_AT_1, powerMic3()),
    /// Foot control ACC2310, ACC2320: three pedals.
    FOOT_3(0x0911, 0x1844, 0x0001, Form.BYTE_AT_0, foot()),
    /// Foot control ACC2330: four pedals.
    FOOT_4(0x0911, 0x091a, 0x0001, Form.BYTE_AT_0, foot());

    /// Where in a report the buttons stand.
    enum Form {
        /// Byte 0 is a command; buttons of 0x80 in bytes 7 and 8, little-endian.
        COMMANDS(9),
        /// Bytes 1 and 2, little-endian.
        WORD_AT_1(3),
        /// Byte 0.
        BYTE_AT_0(1);

        final int length;

        Form(int length) {
            this.length = length;
        }
    }

    private final int vendor;
    private final int product;
    private final int usagePage;
    private final Form form;

    @SuppressWarnings("ImmutableEnumChecker") // wrapped unmodifiable
    private final Map<Control, Integer> bits;

    HandDevice(int vendor, int product, int usagePage, Form form, Map<Control, Integer> bits) {
        this.vendor = vendor;
        this.product = product;
        this.usagePage = usagePage;
        this.form = form;
        this.bits = Collections.unmodifiableMap(bits);
    }

    /// @param vendor USB vendor number
    /// @param product USB product number
    /// @param usagePage of the interface, as an unsigned 16-bit number
    /// @return the device, empty where it is none that is understood
    public static Optional<HandDevice> of(int vendor, int product, int usagePage) {
        return Arrays.stream(values())
                .filter(d -> d.vendor == vendor && d.product == product)
                .filter(d -> d.usagePage == usagePage)
                .findFirst();
    }

    /// @return whether it is under the foot
    public boolean pedal() {
        return this == FOOT_3 || this == FOOT_4;
    }

    /// @return whether it has buttons of its own that lead from field to field
    public boolean hasFieldButtons() {
        return bits.containsKey(Control.TAB_FORWARD);
    }

    /// @return whether there are models of it with a slider, which have to be asked ([ModelQuestion])
    public boolean mayHaveSlider() {
        return this == SPEECHMIKE || this == SPEECHMIKE_AIR;
    }

    /// @return whether it has lights that can be set
    public boolean hasLights() {
        return form == Form.COMMANDS;
    }

    Form form() {
        return form;
    }

    /// @return controls by the number of their bit
    Map<Control, Integer> bits() {
        return bits;
    }

    private static Map<Control, Integer> speechMike() {
        var bits = new EnumMap<Control, Integer>(Control.class);
        bits.put(Control.SCAN_END, 0);
        bits.put(Control.F1, 1);
        bits.put(Control.F2, 2);
        bits.put(Control.F3, 3);
        bits.put(Control.F4, 4);
        bits.put(Control.COMMAND, 5);
        bits.put(Control.SCAN_SUCCESS, 7);
        bits.put(Control.RECORD, 8);
        bits.put(Control.STOP, 9);
        bits.put(Control.PLAY, 10);
        bits.put(Control.FORWARD, 11);
        bits.put(Control.REWIND, 12);
        bits.put(Control.END_OF_LETTER, 13);
        bits.put(Control.INSERT_OVERWRITE, 14);
        bits.put(Control.INSTRUCTION, 15);
        return bits;
    }

    private static Map<Control, Integer> powerMic4() {
        var bits = new EnumMap<Control, Integer>(Control.class);
        bits.put(Control.F1, 1);
        bits.put(Control.F2, 2);
        bits.put(Control.F3, 3);
        bits.put(Control.F4, 4);
        bits.put(Control.COMMAND, 5);
        bits.put(Control.RECORD, 8);
        bits.put(Control.PLAY, 10);
        bits.put(Control.TAB_FORWARD, 11);
        bits.put(Control.TAB_BACKWARD, 12);
        bits.put(Control.REWIND, 13);
        bits.put(Control.FORWARD, 14);
        bits.put(Control.ENTER, 15);
        return bits;
    }

    private static Map<Control, Integer> powerMic3() {
        var bits = new EnumMap<Control, Integer>(Control.class);
        bits.put(Control.TRANSCRIBE, 0);
        bits.put(Control.TAB_BACKWARD, 1);
        bits.put(Control.RECORD, 2);
        bits.put(Control.TAB_FORWARD, 3);
        bits.put(Control.REWIND, 4);
        bits.put(Control.FORWARD, 5);
        bits.put(Control.PLAY, 6);
        bits.put(Control.CUSTOM_LEFT, 7);
        bits.put(Control.ENTER, 8);
        bits.put(Control.CUSTOM_RIGHT, 9);
        return bits;
    }

    private static Map<Control, Integer> foot() {
        var bits = new EnumMap<Control, Integer>(Control.class);
        bits.put(Control.REWIND, 0);
        bits.put(Control.PLAY, 1);
        bits.put(Control.FORWARD, 2);
        bits.put(Control.END_OF_LETTER, 3);
        return bits;
    }
}
