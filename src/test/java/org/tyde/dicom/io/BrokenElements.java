package org.tyde.dicom.io;

import static org.tyde.dicom.io.BrokenSample.refused;
import static org.tyde.dicom.io.BrokenSample.warned;

import java.util.List;

/// Representations, lengths, character sets and deflation.
final class BrokenElements {
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

    private BrokenElements() {}

    static List<BrokenSample> samples() {
        return List.of(
                refused(
                        "length-beyond-the-file",
                        "a short length that is too long",
                        "LONGER_THAN_THE_FILE",
                        Bytes.explicit().shortForm(0x00100010, "PN", 0xFFF0).text("A^B ")),
                refused(
                        "length-two-gigabytes",
                        "length 2^31",
                        "LONGER_THAN_THE_FILE",
                        Bytes.explicit().longForm(0x00282000, "OB", 0x80000000).zeros(16)),
                refused(
                        "length-four-gigabytes",
                        "length 2^32-2",
                        "LONGER_THAN_THE_FILE",
                        Bytes.explicit().longForm(0x00204000, "UT", 0xFFFFFFFE).zeros(16)),
                refused(
                        "length-implicit-four-gigabytes",
                        "length 2^32-2 without a representation",
                        "LONGER_THAN_THE_FILE",
                        Bytes.implicit()
                                .bare(0x00080060, 0)
                                .bare(0x00204000, 0xFFFFFFFE)
                                .zeros(16)),
                warned(
                        "length-odd",
                        "odd lengths (1 on every element)",
                        "ODD_LENGTH",
                        Bytes.explicit()
                                .shortForm(0x00080060, "CS", 1)
                                .text("C")
                                .shortForm(0x00100020, "LO", 1)
                                .text("1")),
                warned(
                        "length-in-sixteen-bits",
                        "UN with a length of 16 bits",
                        "LENGTH_FORM",
                        Bytes.explicit()
                                .shortForm(0x00091001, "UN", 4)
                                .zeros(4)
                                .shortForm(0x00100020, "LO", 0)),
                refused(
                        "undefined-length-of-text",
                        "UT of undefined length",
                        "UNDEFINED_LENGTH",
                        Bytes.explicit().longForm(0x00204000, "UT", -1).text("endless ")),
                refused(
                        "undefined-length-of-numbers",
                        "OF of undefined length",
                        "UNDEFINED_LENGTH",
                        Bytes.explicit().longForm(0x00660016, "OF", -1).zeros(16)),
                warned("vr-of-blanks", "VR of two blanks", "UNKNOWN_VR", vr("  ")),
                warned("vr-of-dashes", "VR --", "UNKNOWN_VR", vr("--")),
                warned("vr-unknown", "VR ZZ", "UNKNOWN_VR", vr("ZZ")),
                warned(
                        "vr-none",
                        "an implicit element among explicit ones",
                        "IMPLICIT_ELEMENT",
                        Bytes.explicit()
                                .modality()
                                .bare(0x00100010, 4)
                                .text("A^B ")
                                .shortForm(0x00100020, "LO", 0)),
                refused(
                        "vr-sequence-of-text",
                        "text said to be a sequence",
                        "NOT_AN_ITEM",
                        Bytes.explicit().longForm(0x00100010, "SQ", 8).text("Ab^Cdefg")),
                warned(
                        "elements-unsorted",
                        "tags in falling order, one twice",
                        "UNSORTED",
                        Bytes.explicit()
                                .shortForm(0x00100020, "LO", 2)
                                .text("1 ")
                                .modality()
                                .shortForm(0x00100020, "LO", 2)
                                .text("2 ")),
                warned(
                        "charset-unknown",
                        "a character set of nobody",
                        "UNKNOWN_CHARACTER_SET",
                        Bytes.explicit().shortForm(0x00080005, "CS", 8).text("ISO_IR 9")),
                warned(
                        "charset-undeclared",
                        "letters without a character set",
                        "UNDECLARED_TEXT",
                        Bytes.explicit().shortForm(0x00100010, "PN", 4).text("\u00C5s^B")),
                refused(
                        "deflated-damaged",
                        "no deflated stream",
                        "NOT_INFLATABLE",
                        Bytes.partTen(DEFLATED).hex("FFFFFFFFFFFFFFFF")),
                refused(
                        "deflated-of-nothing",
                        "a deflated stream cut off at once",
                        "NOT_INFLATABLE",
                        Bytes.partTen(DEFLATED).hex("ED")),
                refused(
                        "deflated-bomb",
                        "64 KB that would become 64 MB (CVE-2026-5438)",
                        "TOO_LARGE_INFLATED",
                        Bytes.partTen(DEFLATED)
                                .deflated(
                                        new Bytes()
                                                .modality()
                                                .longForm(0x7FE00010, "OB", 64 << 20)
                                                .zeros(64 << 20))),
                refused(
                        "deflated-cut-off",
                        "a deflated stream cut off in the header",
                        "LONGER_THAN_THE_FILE",
                        Bytes.partTen(DEFLATED).deflated(noise()).cut(40)),
                warned(
                        "deflated-with-zlib-header",
                        "RFC 1950 instead of RFC 1951",
                        "ZLIB_HEADER",
                        Bytes.partTen(DEFLATED)
                                .hex("78DA")
                                .deflated(new Bytes().modality())
                                .adler(new Bytes().modality())),
                refused(
                        "deflated-nesting",
                        "50,000 nested sequences in 1 KB",
                        "TOO_DEEP",
                        Bytes.partTen(DEFLATED)
                                .deflated(BrokenSequences.nested(new Bytes(), 50_000))));
    }

    private static Bytes vr(String letters) {
        var bytes = Bytes.explicit().tag(0x00080060).text(letters);
        return letters.equals("ZZ")
                ? bytes.int16(0).int32(2).text("CT").shortForm(0x00100020, "LO", 0)
                : bytes.int16(2).text("CT").shortForm(0x00100020, "LO", 0);
    }

    private static Bytes noise() {
        var text = new StringBuilder();
        for (int i = 0; i < 200; i++) text.append((char) (33 + i * i % 89));
        return new Bytes().modality().longForm(0x00204000, "UT", 200).text(text.toString());
    }
}
