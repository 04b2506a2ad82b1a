package org.tyde.dicom.io;

import static org.tyde.dicom.io.BrokenSample.refused;
import static org.tyde.dicom.io.BrokenSample.warned;

import java.util.List;

/// Sequences, items, delimiters and depth.
final class BrokenSequences {
    private static final int SEQUENCE = 0x00081140;

    private BrokenSequences() {}

    static Bytes nested(Bytes bytes, int times) {
        for (int i = 0; i < times; i++) bytes.longForm(SEQUENCE, "SQ", -1).item(-1);
        return bytes;
    }

    private static Bytes nestedImplicit(int times) {
        var bytes = Bytes.implicit();
        for (int i = 0; i < times; i++) bytes.bare(SEQUENCE, -1).item(-1);
        return bytes;
    }

    private static Bytes nestedDefined(int times) {
        var bytes = Bytes.explicit();
        for (int i = times; i > 0; i--)
            bytes.longForm(SEQUENCE, "SQ", 20 * i - 12).item(20 * i - 20);
        return bytes;
    }

    private static Bytes nestedUnknown(int times) {
        var bytes = Bytes.explicit().longForm(SEQUENCE, "UN", 16 * times - 8).item(16 * times - 16);
        for (int i = times - 1; i > 0; i--) bytes.bare(SEQUENCE, 16 * i - 8).item(16 * i - 16);
        return bytes;
    }

    static List<BrokenSample> samples() {
        return List.of(
                refused(
                        "sequences-in-sequences",
                        "80 sequences of undefined length (Orthanc 1.10.1 dies of 48)",
                        "TOO_DEEP",
                        nested(Bytes.explicit(), 80)),
                refused(
                        "sequences-one-too-deep",
                        "65 sequences of undefined length",
                        "TOO_DEEP",
                        nested(Bytes.explicit(), 65)),
                refused(
                        "sequences-five-hundred",
                        "500 implicit sequences (DCMTK 885ff0f10)",
                        "TOO_DEEP",
                        nestedImplicit(500)),
                refused(
                        "sequences-five-thousand",
                        "5,000 implicit sequences",
                        "TOO_DEEP",
                        nestedImplicit(5000)),
                refused(
                        "sequences-of-defined-length",
                        "2,000 sequences that know their lengths",
                        "TOO_DEEP",
                        nestedDefined(2000)),
                refused(
                        "sequences-of-unknown-representation",
                        "500 sequences within one UN",
                        "TOO_DEEP",
                        nestedUnknown(500)),
                refused(
                        "item-longer-than-sequence",
                        "an item that leaves its sequence",
                        "LONGER_THAN_THE_FILE",
                        Bytes.explicit().longForm(SEQUENCE, "SQ", 16).item(0x10000).zeros(8)),
                refused(
                        "item-longer-than-sequence-within-the-file",
                        "an item that leaves its sequence",
                        "LONGER_THAN_ITS_ITEM",
                        Bytes.explicit().longForm(SEQUENCE, "SQ", 16).item(16).zeros(64)),
                refused(
                        "element-longer-than-item",
                        "an element that leaves its item",
                        "LONGER_THAN_ITS_ITEM",
                        Bytes.explicit()
                                .longForm(SEQUENCE, "SQ", 16)
                                .item(8)
                                .shortForm(0x00081150, "UI", 4)
                                .zeros(32)),
                refused(
                        "sequence-without-item",
                        "elements where items belong",
                        "NOT_AN_ITEM",
                        Bytes.implicit().bare(0x00080060, 0).bare(SEQUENCE, 8).bare(0x00081150, 0)),
                refused(
                        "item-where-an-element-belongs",
                        "an item outside a sequence",
                        "NOT_AN_ELEMENT",
                        Bytes.explicit().shortForm(0x00080060, "CS", 0).item(8).zeros(8)),
                refused(
                        "item-within-item",
                        "an item directly in an item",
                        "NOT_AN_ELEMENT",
                        Bytes.explicit().longForm(SEQUENCE, "SQ", 24).item(16).item(8).zeros(8)),
                warned(
                        "delimiters-orphaned",
                        "delimiters outside sequences",
                        "STRAY_DELIMITER",
                        Bytes.explicit().modality().itemEnd().sequenceEnd()),
                warned(
                        "delimiter-with-a-length",
                        "an item delimiter of 8 bytes",
                        "DELIMITER_LENGTH",
                        Bytes.explicit()
                                .longForm(SEQUENCE, "SQ", -1)
                                .item(-1)
                                .bare(0xFFFEE00D, 8)
                                .sequenceEnd()),
                warned(
                        "delimiter-of-item-missing",
                        "an item ended by the delimiter of its sequence",
                        "MISSING_DELIMITER",
                        Bytes.explicit().longForm(SEQUENCE, "SQ", -1).item(-1).sequenceEnd()),
                warned(
                        "delimiter-in-a-defined-sequence",
                        "a sequence delimiter within a defined length",
                        "STRAY_DELIMITER",
                        Bytes.explicit().longForm(SEQUENCE, "SQ", 16).item(0).sequenceEnd()),
                warned(
                        "item-empty-and-orphaned",
                        "an item behind its empty sequence",
                        "STRAY_DELIMITER",
                        Bytes.explicit().longForm(SEQUENCE, "SQ", 0).item(0)),
                warned(
                        "bytes-left-in-item",
                        "bytes in an item that are no element",
                        "TRAILING_BYTES",
                        Bytes.explicit().longForm(SEQUENCE, "SQ", 12).item(4).zeros(4)),
                warned(
                        "unknown-of-undefined-length",
                        "UN of undefined length (CP-246)",
                        "UNKNOWN_AS_SEQUENCE",
                        Bytes.explicit().longForm(0x20019000, "UN", -1).item(0).sequenceEnd()),
                warned(
                        "item-implicit-in-explicit",
                        "a private sequence that was not converted",
                        "OTHER_SYNTAX",
                        Bytes.explicit()
                                .longForm(SEQUENCE, "SQ", 18)
                                .item(10)
                                .bare(0x00081150, 2)
                                .text("1.")),
                warned(
                        "item-explicit-in-unknown",
                        "explicit items in UN",
                        "OTHER_SYNTAX",
                        Bytes.explicit()
                                .longForm(SEQUENCE, "UN", 18)
                                .item(10)
                                .shortForm(0x00081150, "UI", 2)
                                .text("1.")),
                warned(
                        "sequence-with-swapped-bytes",
                        "big endian items in a little endian file",
                        "OTHER_SYNTAX",
                        Bytes.explicit()
                                .longForm(0x2001105F, "SQ", 18)
                                .hex("FFFE E000 0000000A 0028 0010 5553 0002 0100")));
    }
}
