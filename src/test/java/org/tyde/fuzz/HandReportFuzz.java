package org.tyde.fuzz;

import org.tyde.speech.hid.HandDecoder;
import org.tyde.speech.hid.HandDevice;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Reports of hand microphones and pedals: the first byte chooses the device, the next the length of each
/// report.
public final class HandReportFuzz {
    private HandReportFuzz() {}

    /// @param input device, length, reports one after the other
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) return;
        var devices = HandDevice.values();
        var decoder = new HandDecoder(devices[Math.floorMod(input[0], devices.length)]);
        int length = 1 + (input[1] & 0x0f);
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
                hex.parseHex("0402000400000000"),
                hex.parseHex("05000200"));
    }
}
