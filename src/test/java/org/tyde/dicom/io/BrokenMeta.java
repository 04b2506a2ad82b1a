package org.tyde.dicom.io;

import static org.tyde.dicom.io.BrokenSample.refused;
import static org.tyde.dicom.io.BrokenSample.warned;

import java.util.List;

/// Preamble, file meta information and transfer syntax.
final class BrokenMeta {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";

    private BrokenMeta() {}

    private static Bytes preamble(String start) {
        return new Bytes().text(start).zeros(128 - start.length()).text("DICM").group2(EXPLICIT);
    }

    private static Bytes withLength(int length) {
        var uid = EXPLICIT + "\0";
        return new Bytes()
                .zeros(128)
                .text("DICM")
                .shortForm(0x00020000, "UL", 4)
                .int32(length)
                .shortForm(0x00020010, "UI", uid.length())
                .text(uid)
                .modality();
    }

    private static Bytes noLength() {
        return new Bytes().zeros(128).text("DICM");
    }

    static List<BrokenSample> samples() {
        return List.of(
                refused(
                        "empty-of-elements-letter",
                        "not DICOM at all",
                        "NOT_DICOM",
                        new Bytes().text("Dear colleague,\n".repeat(16))),
                refused("no-bytes", "an empty file", "EMPTY_FILE", new Bytes()),
                refused("one-byte", "shorter than any head", "NOT_DICOM", new Bytes().text("D")),
                refused(
                        "a-png-renamed",
                        "another format by that name",
                        "NOT_DICOM",
                        new Bytes().hex("89504E470D0A1A0A0000000D49484452").zeros(200)),
                warned(
                        "preamble-windows-program",
                        "preamble that runs (CVE-2019-11687)",
                        "EXECUTABLE_PREAMBLE",
                        preamble("MZ\u0090\0").modality()),
                warned(
                        "preamble-unix-program",
                        "preamble that runs (CVE-2019-11687)",
                        "EXECUTABLE_PREAMBLE",
                        preamble("\u007FELF").modality()),
                warned(
                        "preamble-script",
                        "preamble that runs",
                        "EXECUTABLE_PREAMBLE",
                        preamble("#!/bin/sh\nexit\n").modality()),
                warned(
                        "preamble-archive",
                        "file that is a ZIP too",
                        "EXECUTABLE_PREAMBLE",
                        preamble("PK\3\4").modality()),
                warned(
                        "preamble-web-page",
                        "file that is a web page too",
                        "EXECUTABLE_PREAMBLE",
                        preamble("<script>alert(1)</script>").modality()),
                warned(
                        "preamble-missing",
                        "meta information from the first byte",
                        "NO_PREAMBLE",
                        new Bytes().group2(EXPLICIT).modality()),
                warned(
                        "meta-missing",
                        "a bare data set",
                        "NO_META",
                        new Bytes().modality().modality()),
                warned("meta-length-zero", "group length 0", "META_LENGTH", withLength(0)),
                warned("meta-length-one", "group length 1", "META_LENGTH", withLength(1)),
                warned(
                        "meta-length-four-gigabytes",
                        "group length 2^32-1 (CVE-2026-5437)",
                        "META_LENGTH",
                        withLength(-1)),
                warned(
                        "meta-twice",
                        "duplicate tags in group 0002 (CVE-2024-24793)",
                        "UNSORTED",
                        Bytes.explicit().group2(EXPLICIT).modality()),
                warned(
                        "meta-in-the-data-set",
                        "group 0002 again behind its end",
                        "META_IN_DATA_SET",
                        Bytes.implicit().bare(0x00020003, 2).text("1.").bare(0x00080060, 0)),
                warned(
                        "meta-implicit",
                        "meta information without representations",
                        "META_NOT_EXPLICIT",
                        noLength()
                                .bare(0x00020010, 18)
                                .text("1.2.840.10008.1.2\0")
                                .bare(0x00080060, 0)),
                refused(
                        "meta-only",
                        "nothing behind the meta information",
                        "NO_DATA_SET",
                        Bytes.explicit()),
                refused(
                        "meta-nonstandard-representation",
                        "length of gigabytes in group 0002 (CVE-2026-3650)",
                        "LONGER_THAN_THE_FILE",
                        noLength().longForm(0x00020102, "ZZ", 0x7FFFFFF0).zeros(16)),
                refused(
                        "meta-element-beyond-the-file",
                        "meta information read out of bounds (CVE-2026-5437)",
                        "LONGER_THAN_THE_FILE",
                        noLength().shortForm(0x00020003, "UI", 0xFFF0).text("1.2")),
                refused(
                        "meta-cut-off",
                        "file ends within the meta information",
                        "TRUNCATED",
                        noLength().hex("02 00 10 00 55")),
                warned(
                        "syntax-empty",
                        "transfer syntax without a value",
                        "NO_TRANSFER_SYNTAX",
                        noLength().shortForm(0x00020010, "UI", 0).modality()),
                warned(
                        "syntax-unknown",
                        "transfer syntax of nobody",
                        "PRIVATE_SYNTAX",
                        Bytes.partTen("1.2.3.4.5.6.7.8").modality()),
                warned(
                        "syntax-with-a-path",
                        "transfer syntax that is a path",
                        "PRIVATE_SYNTAX",
                        Bytes.partTen("../../etc/passwd").modality()),
                warned(
                        "syntax-implicit-but-explicit",
                        "labelled with another syntax",
                        "OTHER_SYNTAX",
                        Bytes.implicit().modality()),
                warned(
                        "syntax-explicit-but-implicit",
                        "labelled with another syntax",
                        "OTHER_SYNTAX",
                        Bytes.explicit().bare(0x00080060, 2).text("CT")),
                warned(
                        "syntax-little-but-big",
                        "labelled with another syntax",
                        "OTHER_SYNTAX",
                        Bytes.explicit().hex("0008 0060 4353 0002 4354")),
                warned(
                        "syntax-deflated-but-plain",
                        "labelled with another syntax",
                        "OTHER_SYNTAX",
                        Bytes.partTen("1.2.840.10008.1.2.1.99").modality()));
    }
}
