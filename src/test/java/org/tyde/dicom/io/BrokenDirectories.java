package org.tyde.dicom.io;

import java.util.List;

/// Media directories that lead astray.
final class BrokenDirectories {
    private static final int FIRST_RECORD = Bytes.explicit().size() + 24;

    private BrokenDirectories() {}

    private static BrokenSample directory(
            String name, String danger, String expected, Bytes bytes) {
        return new BrokenSample("dicomdirectory/" + name, danger, expected, bytes);
    }

    /// Up to the records, which have that many bytes.
    private static Bytes directory(int first, int bytes) {
        return Bytes.explicit()
                .shortForm(0x00041200, "UL", 4)
                .int32(first)
                .longForm(0x00041220, "SQ", bytes);
    }

    private static Bytes record(Bytes bytes, int next, int below, String type, String file) {
        int length = 12 + 12 + 8 + type.length() + 8 + file.length();
        return bytes.item(length)
                .shortForm(0x00041400, "UL", 4)
                .int32(next)
                .shortForm(0x00041420, "UL", 4)
                .int32(below)
                .shortForm(0x00041430, "CS", type.length())
                .text(type)
                .shortForm(0x00041500, "CS", file.length())
                .text(file);
    }

    private static int size(String type, String file) {
        return 8 + 40 + type.length() + file.length();
    }

    private static Bytes image(String file) {
        int bytes = size("IMAGE ", file);
        return record(directory(FIRST_RECORD, bytes), 0, 0, "IMAGE ", file);
    }

    private static Bytes patient(int first, int next, int below) {
        return record(directory(first, size("PATIENT ", "")), next, below, "PATIENT ", "");
    }

    private static Bytes chain(int depth) {
        int each = size("PATIENT ", "");
        var bytes = directory(FIRST_RECORD, each * depth);
        for (int i = 1; i <= depth; i++)
            record(bytes, 0, i == depth ? 0 : FIRST_RECORD + each * i, "PATIENT ", "");
        return bytes;
    }

    static List<BrokenSample> samples() {
        var outside = "warned BAD_FILE_ID";
        return List.of(
                directory(
                        "out-of-the-folder",
                        "..\\\\SECRET (CVE-2026-32711)",
                        outside,
                        image("..\\SECRET ")),
                directory("from-the-root", "an absolute path", outside, image("/ETC/PASSWD ")),
                directory("from-a-drive", "C:\\\\CON", outside, image("C:\\CON")),
                directory("of-dots", "the folder itself", outside, image(". ")),
                directory("of-nul", "a name with NUL", outside, image("IM\0A")),
                directory(
                        "offset-nowhere",
                        "an offset where no record begins",
                        "refused BAD_DIRECTORY_OFFSET",
                        patient(77, 0, 0)),
                directory(
                        "offset-beyond-the-file",
                        "an offset of 2^32-1",
                        "refused BAD_DIRECTORY_OFFSET",
                        patient(-1, 0, 0)),
                directory(
                        "in-a-circle",
                        "a record that is its own next",
                        "refused BAD_DIRECTORY_OFFSET",
                        patient(FIRST_RECORD, FIRST_RECORD, 0)),
                directory(
                        "below-itself",
                        "a record that is below itself",
                        "refused BAD_DIRECTORY_OFFSET",
                        patient(FIRST_RECORD, 0, FIRST_RECORD)),
                directory("of-a-thousand-levels", "1,000 levels", "refused TOO_DEEP", chain(1000)),
                directory(
                        "cut-off",
                        "ends within a record",
                        "refused LONGER_THAN_THE_FILE",
                        image("IM1 ").cut(12)));
    }
}
