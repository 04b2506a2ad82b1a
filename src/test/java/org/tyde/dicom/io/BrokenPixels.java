package org.tyde.dicom.io;

import static org.tyde.dicom.io.BrokenSample.frames;
import static org.tyde.dicom.io.BrokenSample.refused;
import static org.tyde.dicom.io.BrokenSample.warned;

import java.util.List;

/// Images whose header and pixel data do not go together.
final class BrokenPixels {
    static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG = "1.2.840.10008.1.2.4.50";
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";

    private BrokenPixels() {}

    static Bytes image(int rows, int columns, int bits) {
        return header(Bytes.explicit(), "1", rows, columns, bits, bits - 1);
    }

    private static Bytes header(
            Bytes bytes, String frames, int rows, int columns, int bits, int highBit) {
        return header(bytes, 1, "MONOCHROME2", frames, rows, columns, bits, highBit);
    }

    private static Bytes header(
            Bytes bytes,
            int samples,
            String photometric,
            String frames,
            int rows,
            int columns,
            int bits,
            int highBit) {
        return bytes.modality()
                .shortForm(0x00280002, "US", 2)
                .int16(samples)
                .shortForm(0x00280004, "CS", even(photometric).length())
                .text(even(photometric))
                .shortForm(0x00280008, "IS", even(frames).length())
                .text(even(frames))
                .shortForm(0x00280010, "US", 2)
                .int16(rows)
                .shortForm(0x00280011, "US", 2)
                .int16(columns)
                .shortForm(0x00280100, "US", 2)
                .int16(bits)
                .shortForm(0x00280101, "US", 2)
                .int16(bits)
                .shortForm(0x00280102, "US", 2)
                .int16(highBit)
                .shortForm(0x00280103, "US", 2)
                .int16(0);
    }

    private static String even(String text) {
        return text.length() % 2 == 0 ? text : text + " ";
    }

    private static Bytes pixels(Bytes header) {
        return header.longForm(0x7FE00010, "OW", 32).zeros(32);
    }

    private static Bytes encapsulated(String syntax, String hex) {
        return header(Bytes.partTen(syntax), "1", 4, 4, 8, 7)
                .longForm(0x7FE00010, "OB", -1)
                .item(0)
                .item(hex.replace(" ", "").length() / 2)
                .hex(hex)
                .sequenceEnd();
    }

    static List<BrokenSample> samples() {
        return List.of(
                frames("rows-zero", "0 rows", pixels(image(0, 4, 16))),
                frames(
                        "rows-largest",
                        "65535 x 65535 of 32 bytes",
                        pixels(image(65535, 65535, 16))),
                frames(
                        "rows-of-overflow",
                        "46341 x 46341 goes beyond 31 bits (DCMTK ea276a6ec)",
                        pixels(image(46341, 46341, 8))),
                frames(
                        "rows-of-thirty-two-bits",
                        "Rows as UL (CVE-2026-5442)",
                        pixels(
                                Bytes.explicit()
                                        .modality()
                                        .shortForm(0x00280010, "UL", 4)
                                        .int32(0x7FFFFFFF)
                                        .shortForm(0x00280011, "UL", 4)
                                        .int32(0x7FFFFFFF)
                                        .shortForm(0x00280100, "US", 2)
                                        .int16(8))),
                frames("bits-zero", "Bits Allocated 0", pixels(image(4, 4, 0))),
                frames("bits-largest", "Bits Allocated 65535", pixels(image(4, 4, 65535))),
                frames(
                        "high-bit-beyond",
                        "High Bit 40 of 16 (CVE-2024-52333)",
                        pixels(header(Bytes.explicit(), "1", 4, 4, 16, 40))),
                frames(
                        "samples-zero",
                        "0 samples a pixel",
                        pixels(header(Bytes.explicit(), 0, "RGB", "1", 4, 4, 8, 7))),
                frames(
                        "samples-largest",
                        "65535 samples a pixel",
                        pixels(header(Bytes.explicit(), 65535, "RGB", "1", 4, 4, 8, 7))),
                frames(
                        "pixels-too-few",
                        "less pixel data than the header says (CVE-2024-47796)",
                        pixels(image(512, 512, 16))),
                frames(
                        "fragments-none",
                        "an offset table and no fragment",
                        header(Bytes.partTen(RLE), "1", 4, 4, 8, 7)
                                .longForm(0x7FE00010, "OB", -1)
                                .item(0)
                                .sequenceEnd()),
                refused(
                        "fragment-of-undefined-length",
                        "a fragment of 2^32-1 bytes",
                        "UNDEFINED_LENGTH",
                        Bytes.partTen(RLE)
                                .longForm(0x7FE00010, "OB", -1)
                                .item(0)
                                .item(-1)
                                .zeros(64)),
                warned(
                        "fragment-of-odd-length",
                        "a fragment of 3 bytes (CVE-2025-11266)",
                        "ODD_LENGTH",
                        encapsulated(RLE, "000000")),
                refused(
                        "delimiter-of-item-among-fragments",
                        "an item delimiter between fragments",
                        "NOT_AN_ITEM",
                        Bytes.partTen(RLE)
                                .longForm(0x7FE00010, "OB", -1)
                                .item(0)
                                .item(4)
                                .zeros(4)
                                .itemEnd()
                                .sequenceEnd()),
                frames(
                        "offset-table-pointing-outside",
                        "offsets beyond the fragments",
                        header(Bytes.partTen(RLE), "2", 4, 4, 8, 7)
                                .longForm(0x7FE00010, "OB", -1)
                                .item(8)
                                .int32(0)
                                .int32(0x7FFFFFFF)
                                .item(4)
                                .zeros(4)
                                .sequenceEnd()),
                warned(
                        "pixels-not-encapsulated",
                        "native pixel data in a compressed syntax",
                        "PIXELS_OTHERWISE",
                        pixels(Bytes.partTen(RLE))),
                warned(
                        "pixels-encapsulated",
                        "fragments in a native syntax",
                        "PIXELS_OTHERWISE",
                        Bytes.explicit()
                                .longForm(0x7FE00010, "OB", -1)
                                .item(0)
                                .item(4)
                                .zeros(4)
                                .sequenceEnd()),
                frames(
                        "rle-segments-beyond",
                        "RLE: 2^32-1 segments (CVE-2025-48429)",
                        encapsulated(RLE, "FFFFFFFF" + "40000000" + "00".repeat(56) + "0000")),
                frames(
                        "rle-run-beyond",
                        "RLE: a literal run that leaves its segment (CVE-2025-25475)",
                        encapsulated(RLE, "01000000" + "40000000" + "00".repeat(56) + "7F00")),
                frames("jpeg-of-noise", "JPEG: noise", encapsulated(JPEG, "FFD8FFDB0003AABBCCDD")),
                frames(
                        "jpeg-marker-without-end",
                        "JPEG: TEM markers (DCMTK a2fef890f)",
                        encapsulated(JPEG, "FFD8" + "FF01".repeat(64))),
                frames(
                        "jpegls-of-noise",
                        "JPEG-LS: noise (CVE-2025-2357)",
                        encapsulated(JPEG_LS, "FFD8FFF7000B08FFFFFFFF0101110000")),
                frames(
                        "jpeg2000-of-noise",
                        "JPEG 2000: SIZ with nothing behind it (CVE-2024-22373)",
                        encapsulated(JPEG_2000, "FF4FFF51002900007FFFFFFF7FFFFFFF")));
    }
}
