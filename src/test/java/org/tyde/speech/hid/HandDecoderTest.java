package org.tyde.speech.hid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.refusal.Refusal;
import org.tyde.speech.hid.HandEvent.Moved;
import org.tyde.speech.hid.HandEvent.Pressed;
import org.tyde.speech.hid.HandEvent.Released;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Reports as the devices send them; the places of bytes and bits are those of the makers' browser library
/// (dictation_support 1.4), read, not copied.
class HandDecoderTest {
    private static byte[] report(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static List<HandEvent> decode(HandDevice device, String... reports) throws Refusal {
        var decoder = new HandDecoder(device);
        List<HandEvent> last = List.of();
        for (var one : reports) last = decoder.decode(report(one));
        return last;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # device,       report,                     control
                    SPEECHMIKE,     80 00 00 00 00 00 00 00 01, RECORD
                    SPEECHMIKE,     80 00 00 00 00 00 00 00 02, STOP
                    SPEECHMIKE,     80 00 00 00 00 00 00 00 04, PLAY
                    SPEECHMIKE,     80 00 00 00 00 00 00 00 08, FORWARD
                    SPEECHMIKE,     80 00 00 00 00 00 00 00 10, REWIND
                    SPEECHMIKE,     80 00 00 00 00 00 00 00 20, END_OF_LETTER
                    SPEECHMIKE,     80 00 00 00 00 00 00 00 40, INSERT_OVERWRITE
                    SPEECHMIKE,     80 00 00 00 00 00 00 00 80, INSTRUCTION
                    SPEECHMIKE_AIR, 80 00 00 00 00 00 00 02 00, F1
                    SPEECH_ONE,     80 00 00 00 00 00 00 20 00, COMMAND
                    POWERMIC_4,     80 00 00 00 00 00 00 00 01, RECORD
                    POWERMIC_4,     80 00 00 00 00 00 00 00 08, TAB_FORWARD
                    POWERMIC_4,     80 00 00 00 00 00 00 00 80, ENTER
                    POWERMIC_3,     00 04 00,                   RECORD
                    POWERMIC_3,     00 02 00,                   TAB_BACKWARD
                    POWERMIC_3,     00 00 01,                   ENTER
                    POWERMIC_3,     00 00 02,                   CUSTOM_RIGHT
                    FOOT_3,         02,                         PLAY
                    FOOT_3,         04,                         FORWARD
                    FOOT_4,         08,                         END_OF_LETTER
                    """)
    void aButtonThatGoesDownIsPressed(HandDevice device, String report, Control control)
            throws Exception {
        assertEquals(List.of(new Pressed(control)), decode(device, report));
    }

    @Test
    void aButtonThatStaysDownIsPressedOnce() throws Exception {
        assertEquals(List.of(), decode(HandDevice.POWERMIC_3, "00 04 00", "00 04 00"));
        assertEquals(
                List.of(new Released(Control.RECORD)),
                decode(HandDevice.POWERMIC_3, "00 04 00", "00 00 00"));
    }

    @Test
    void whatIsLetGoIsToldBeforeWhatIsPressed() throws Exception {
        assertEquals(
                List.of(new Released(Control.RECORD), new Pressed(Control.TAB_FORWARD)),
                decode(HandDevice.POWERMIC_3, "00 04 00", "00 08 00"));
    }

    @Test
    void aSpeechMikeTellsWhenItIsPickedUpAndLaidDown() throws Exception {
        assertEquals(
                List.of(new Moved(false)),
                decode(HandDevice.SPEECHMIKE_AIR, "9e 00 00 00 00 00 00 00 01"));
        assertEquals(
                List.of(new Moved(true)),
                decode(HandDevice.SPEECHMIKE_AIR, "9e 00 00 00 00 00 00 00 00"));
    }

    @Test
    void whatABatterySaysIsNoButton() throws Exception {
        assertEquals(
                List.of(),
                decode(
                        HandDevice.SPEECHMIKE_AIR,
                        "80 00 00 00 00 00 00 00 01",
                        "94 00 00 00 00 ff ff ff ff"));
    }

    @ParameterizedTest
    @CsvSource({"SPEECHMIKE, 80 00 00 00 00 00 00 00", "POWERMIC_3, 00 04", "FOOT_3, ''"})
    void aReportThatIsTooShortIsRefusedAndNothingIsLetGo(HandDevice device, String hex)
            throws Exception {
        var decoder = new HandDecoder(device);
        decoder.decode(
                switch (device.form()) {
                    case COMMANDS -> report("80 00 00 00 00 00 00 00 04");
                    case WORD_AT_1 -> report("00 40 00");
                    case BYTE_AT_0 -> report("02");
                });
        var short1 = hex.isEmpty() ? new byte[0] : report(hex);
        var refusal = assertThrows(Refusal.class, () -> decoder.decode(short1));
        assertEquals(HidReason.SHORT_REPORT, refusal.reason());
        assertEquals(List.of(new Released(Control.PLAY)), decoder.gone());
    }

    @Test
    void aDevicePulledOutHoldsNothing() throws Exception {
        var decoder = new HandDecoder(HandDevice.SPEECHMIKE);
        decoder.decode(report("80 00 00 00 00 00 00 02 01"));
        assertEquals(
                EnumSet.of(Control.RECORD, Control.F1),
                EnumSet.copyOf(
                        decoder.gone().stream().map(e -> ((Released) e).control()).toList()));
        assertEquals(List.of(), decoder.gone());
    }

    @Test
    void theRecordLightShinesGreenWhileItIsListenedTo() {
        assertArrayEquals(report("02 00 00 00 00 00 03 00 00"), Light.record(Light.ON, Light.OFF));
        assertArrayEquals(
                report("02 00 00 00 00 00 04 00 00"), Light.record(Light.OFF, Light.SLOW));
    }

    @Test
    void devicesAreKnownByTheirNumbersAndNoOtherIs() {
        assertEquals(HandDevice.SPEECHMIKE, HandDevice.of(0x0911, 0x0c1c, 0xFFA0).orElseThrow());
        assertTrue(HandDevice.of(0x0911, 0x0c1c, 0x000C).isEmpty());
        assertTrue(HandDevice.of(0x046d, 0xc52b, 0x0001).isEmpty());
    }

    /// Whatever comes: what is pressed is let go, and never twice.
    @Property(tries = 300)
    void everySequenceOfReportsKeepsItsBooks(
            @ForAll HandDevice device,
            @ForAll Slider slider,
            @ForAll boolean slides,
            @ForAll @Size(max = 40) List<byte[]> reports) {
        boolean has = slides && device.mayHaveSlider();
        var decoder = new HandDecoder(device, Optional.of(slider).filter(_ -> has));
        var down = EnumSet.noneOf(Control.class);
        for (var one : reports) {
            try {
                decoder.decode(one).forEach(e -> book(down, e));
            } catch (Refusal tooShort) {
                assertTrue(one.length < device.form().length);
            }
        }
        decoder.gone().forEach(e -> book(down, e));
        assertTrue(down.isEmpty());
    }

    /// Reports one after the other, and what the last one says.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # slider,      bytes 7 and 8,     event
                    INTERNATIONAL, 0001,              Slid RECORD
                    INTERNATIONAL, 0002,              Slid STOP
                    INTERNATIONAL, 0004,              Slid PLAY
                    INTERNATIONAL, 0010,              Slid REWIND
                    INTERNATIONAL, 0008,              Pressed FORWARD
                    PHILIPS,       0008,              Slid FORWARD
                    PHILIPS,       0002,              Slid STOP
                    PHILIPS,       0001,              Pressed RECORD
                    # the position is seen with a button at first, and is no push
                    INTERNATIONAL, 0104,              Pressed SCAN_END
                    INTERNATIONAL, 0104 0004,         Released SCAN_END
                    INTERNATIONAL, 0104 0004 0002,    Slid STOP
                    INTERNATIONAL, 0002 0202,         Pressed F1
                    PHILIPS,       0003,              Pressed RECORD
                    PHILIPS,       0003 0002,         Released RECORD
                    INTERNATIONAL, 0001 0002 0001,    Slid RECORD
                    """)
    void aSliderTellsWhereItStandsAndButtonsBesideIt(Slider slider, String words, String event)
            throws Exception {
        var decoder = new HandDecoder(HandDevice.SPEECHMIKE, Optional.of(slider));
        List<HandEvent> last = List.of();
        for (var word : words.split(" "))
            last = decoder.decode(HexFormat.of().parseHex("80000000000000" + word));
        var named = event.split(" ");
        var control = Control.valueOf(named[1]);
        HandEvent expected =
                switch (named[0]) {
                    case "Slid" -> new HandEvent.Slid(control);
                    case "Pressed" -> new Pressed(control);
                    default -> new Released(control);
                };
        assertEquals(List.of(expected), last);
    }

    @Test
    void theSliderOfADevicePulledOutStandsAtRecordNoMore() throws Exception {
        var decoder = new HandDecoder(HandDevice.SPEECHMIKE, Optional.of(Slider.INTERNATIONAL));
        decoder.decode(report("80 00 00 00 00 00 00 00 01"));
        assertEquals(List.of(new HandEvent.Slid(Control.STOP)), decoder.gone());
        assertEquals(List.of(), decoder.gone());
    }

    private static void book(EnumSet<Control> down, HandEvent event) {
        switch (event) {
            case Pressed(var control) -> assertTrue(down.add(control));
            case Released(var control) -> assertTrue(down.remove(control));
            case Moved _, HandEvent.Slid _ -> {}
        }
    }

    @ParameterizedTest
    @EnumSource(HandDevice.class)
    void everyDeviceHasAControlToSpeakOrAPedal(HandDevice device) {
        assertTrue(device.pedal() || device.bits().containsKey(Control.RECORD));
    }
}
