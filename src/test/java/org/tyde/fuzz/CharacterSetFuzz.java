package org.tyde.fuzz;

import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Vr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Text in any character set: the defined terms up to the first line feed, the bytes after it.
public final class CharacterSetFuzz {
    private static final Vr[] TEXTS = {Vr.PN, Vr.LO, Vr.UT};

    private CharacterSetFuzz() {}

    /// @param input terms, a line feed, text
    public static void fuzzerTestOneInput(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') end++;
        var names = new String(input, 0, end, StandardCharsets.ISO_8859_1).split("\\\\", -1);
        var text = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        Hostile.input(
                () -> {
                    var set = SpecificCharacterSet.of(List.of(names));
                    for (var vr : TEXTS) set.encode(set.decode(text, vr), vr);
                });
    }

    /// @return names from the examples of PS3.5 H, I, J and K
    public static List<byte[]> seeds() {
        return List.of(
                seed("ISO_IR 100", "42 75 63 5E 4A E9 72 F4 6D 65"),
                seed("ISO_IR 13", "D4 CF C0 DE 5E C0 DB B3"),
                seed("ISO_IR 192", "57 61 6E 67 3D E7 8E 8B 5E E5 B0 8F"),
                seed("GB18030", "57 61 6E 67 3D CD F5 5E D0 A1 B6 AB"),
                seed("GBK", "57 61 6E 67 3D CD F5"),
                seed(
                        "\\ISO 2022 IR 87",
                        "59 61 6D 61 64 61 3D 1B 24 42 3B 33 45 44 1B 28 42 5E 1B 24 42 42 40 4F 3A"
                                + " 1B 28 42"),
                seed("\\ISO 2022 IR 149", "48 6F 6E 67 3D 1B 24 29 43 FB F3 5E 1B 24 29 43 D1 CE"),
                seed("\\ISO 2022 IR 58", "5A 3D 1B 24 29 41 D5 C5 5E"),
                seed("ISO 2022 IR 13\\ISO 2022 IR 159", "D4 5E 1B 24 28 44 22 6F 1B 28 4A 2E"),
                seed("ISO 2022 IR 6\\ISO 2022 IR 144", "1B 2D 4C BB EE DA 63"));
    }

    private static byte[] seed(String names, String hex) {
        var head = (names + "\n").getBytes(StandardCharsets.ISO_8859_1);
        var text = HexFormat.of().parseHex(hex.replace(" ", ""));
        var seed = Arrays.copyOf(head, head.length + text.length);
        System.arraycopy(text, 0, seed, head.length, text.length);
        return seed;
    }
}
