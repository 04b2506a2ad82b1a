package org.tyde.dicom.io;

import static org.tyde.dicom.io.BrokenSample.refused;
import static org.tyde.dicom.io.BrokenSample.warned;

import java.util.List;

/// Files that end too early, or too late. In the header that is refused; in and behind the pixel data
/// what is whole is kept.
final class BrokenEnds {
    private BrokenEnds() {}

    private static Bytes head() {
        return Bytes.explicit().modality();
    }

    private static Bytes content() {
        return head().longForm(0x0040A730, "SQ", -1);
    }

    static List<BrokenSample> samples() {
        return List.of(
                refused("cut-in-a-tag", "ends within a tag", "TRUNCATED", head().hex("0800 70")),
                refused("cut-in-a-vr", "ends within a VR", "TRUNCATED", head().hex("0800 7000 4C")),
                refused(
                        "cut-in-a-length",
                        "ends within a length",
                        "TRUNCATED",
                        head().hex("0800 7000 4C4F 04")),
                refused(
                        "cut-in-a-long-length",
                        "ends within a length of 32 bits",
                        "TRUNCATED",
                        head().hex("2000 0040 5554 0000 04")),
                refused(
                        "cut-in-a-value",
                        "ends within a value",
                        "LONGER_THAN_THE_FILE",
                        head().shortForm(0x00080070, "LO", 8).text("Made")),
                refused("cut-before-an-item", "ends within a sequence", "TRUNCATED", content()),
                refused(
                        "cut-in-an-item-tag",
                        "ends within an item's tag",
                        "TRUNCATED",
                        content().hex("FEFF 00E0 FFFF")),
                refused(
                        "cut-in-an-item",
                        "ends within an item: half a structured report",
                        "TRUNCATED",
                        content().item(-1).shortForm(0x0040A040, "CS", 4).text("TEXT")),
                refused(
                        "cut-behind-an-item",
                        "ends between items: half a structured report",
                        "TRUNCATED",
                        content().item(-1).shortForm(0x0040A040, "CS", 4).text("TEXT").itemEnd()),
                refused(
                        "cut-in-a-sequence-delimiter",
                        "ends within the delimiter",
                        "TRUNCATED",
                        content().item(0).hex("FEFF DDE0 00")),
                refused(
                        "private-sequence-at-the-end",
                        "private sequence without any item at the end of the file",
                        "TRUNCATED",
                        head().longForm(0x20019000, "SQ", -1)),
                warned(
                        "cut-before-the-pixels",
                        "an image that ends before its pixel data",
                        "NO_PIXELS",
                        BrokenPixels.image(4, 4, 8)),
                warned(
                        "pixels-cut-off",
                        "ends within native pixel data",
                        "PIXELS_CUT_OFF",
                        BrokenPixels.image(8, 8, 16).longForm(0x7FE00010, "OW", 128).zeros(64)),
                warned(
                        "pixels-of-two-gigabytes",
                        "pixel data longer than the file",
                        "PIXELS_CUT_OFF",
                        Bytes.explicit().longForm(0x7FE00010, "OW", 0x7FFFFFFE).zeros(64)),
                warned(
                        "fragment-cut-off",
                        "ends within a fragment",
                        "PIXELS_CUT_OFF",
                        Bytes.partTen(BrokenPixels.RLE)
                                .longForm(0x7FE00010, "OB", -1)
                                .item(0)
                                .item(4000)
                                .zeros(16)),
                warned(
                        "fragments-without-delimiter",
                        "no delimiter behind the fragments",
                        "MISSING_DELIMITER",
                        Bytes.partTen(BrokenPixels.RLE)
                                .longForm(0x7FE00010, "OB", -1)
                                .item(0)
                                .item(4)
                                .zeros(4)),
                warned(
                        "noise-behind-the-pixels",
                        "bytes behind the pixel data",
                        "TRAILING_BYTES",
                        Bytes.explicit()
                                .longForm(0x7FE00010, "OW", 4)
                                .zeros(4)
                                .text("END OF FILE, THANK YOU")),
                warned(
                        "zeros-behind-the-header",
                        "zeros that fill up a block",
                        "TRAILING_BYTES",
                        head().zeros(6)));
    }
}
