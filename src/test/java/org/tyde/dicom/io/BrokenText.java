package org.tyde.dicom.io;

import java.util.List;

/// Text that its character set does not have: the defined terms, a line feed, the bytes of a name.
/// Nothing is refused for a letter: what is not one becomes U+FFFD, and the rest can be read.
final class BrokenText {
    private BrokenText() {}

    private static BrokenSample text(String name, String danger, String terms, Bytes bytes) {
        var content = new Bytes().text(terms + "\n").text(bytes);
        return new BrokenSample("characterset/" + name, danger, "read", content);
    }

    private static Bytes hex(String digits) {
        return new Bytes().hex(digits);
    }

    static List<BrokenSample> samples() {
        var japanese = "\\ISO 2022 IR 87";
        return List.of(
                text("escape-cut-off", "an escape sequence of one byte", japanese, hex("41 1B")),
                text(
                        "escape-of-nothing",
                        "an escape sequence of nobody",
                        japanese,
                        hex("1B 7A 7A 41")),
                text(
                        "character-cut-off",
                        "half a character of two bytes",
                        japanese,
                        hex("1B 24 42 3B")),
                text(
                        "escape-undeclared",
                        "a set that is not declared",
                        "ISO_IR 100",
                        hex("1B 24 42 3B 33")),
                text(
                        "korean-cut-off",
                        "half a character of two bytes",
                        "\\ISO 2022 IR 149",
                        hex("1B 24 29 43 FB")),
                text("utf8-cut-off", "a character cut off", "ISO_IR 192", hex("41 E5 B1")),
                text("utf8-overlong", "an overlong solidus", "ISO_IR 192", hex("C0 AF C1 81")),
                text(
                        "utf8-surrogates",
                        "surrogates in UTF-8",
                        "ISO_IR 192",
                        hex("ED A0 80 ED B0 80")),
                text("utf8-beyond", "beyond U+10FFFF", "ISO_IR 192", hex("F5 80 80 80 FF FE")),
                text(
                        "byte-order-mark",
                        "a mark of byte order",
                        "ISO_IR 192",
                        hex("EF BB BF 41 5E 42")),
                text("nul", "NUL within a name", "ISO_IR 192", hex("41 00 5E 00 42")),
                text(
                        "reversed",
                        "controls that show a name backwards",
                        "ISO_IR 192",
                        hex("E2 80 AE 41 5E 42 E2 80 AC E2 81 A6")),
                text(
                        "gb18030-cut-off",
                        "a character of four bytes cut off",
                        "GB18030",
                        hex("81 30 81")),
                text(
                        "name-of-64-kilobytes",
                        "a name that is all escape sequences",
                        japanese,
                        hex("1B 24 42 1B 28 42".repeat(11_000))));
    }
}
