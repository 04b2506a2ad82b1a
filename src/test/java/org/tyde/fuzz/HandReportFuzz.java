package org.tyde.fuzz;

import org.tyde.speech.hid.HandDecoder;
import org.tyde.speech.hid.HandDevice;
import org.tyde.speech.hid.ModelQuestion;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Reports of hand microphones and pedals: the first byte chooses the device, the next the length of each
/// report. They are answers to what a SpeechMike is asked as well.
public final class HandReportFuzz {
    private static final String SLID_AND_PRESSED =
            "800000000000000104" + "800000000000000002" + "800000000000000001";

    private HandReportFuzz() {}

    /// @param input device, length, reports one after the other
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) return;
        var devices = HandDevice.values();
        var device = devices[Math.floorMod(input[0], devices.length)];
        int length = 1 + (input[1] & 0x0f);
        var question = new ModelQuestion();
        for (int at = 2; device.mayHaveSlider() && at < input.length; at += length)
            question.answered(Arrays.copyOfRange(input, at, Math.min(input.length, at + length)));
        var decoder = new HandDecoder(device, question.slider());
        for (int at = 2; at < input.length; at += length) {
            var report = Arrays.copyOfRange(input, at, Math.min(input.length, at + length));
            Hostile.input(() -> decoder.decode(report));
        }
        decoder.gone();
    }

    /// @return a press and its end of each kind of device
    public static List<byte[]> seeds() {
        var hex = HexFormat.of();
        return List.of(
                hex.parseHex("0008800000000000000001800000000000000000"),
                hex.parseHex("01089e00000000000000019e0000000000000000"),
                hex.parseHex(
                        "0008" + "830000000100320195" + "8b00000000000e7e00" + SLID_AND_PRESSED),
                hex.parseHex(
                        "0008" + "830200000000320055" + "870000000000000c94" + SLID_AND_PRESSED),
                hex.parseHex("0402000400000000"),
                hex.parseHex("05000200"));
    }
}
