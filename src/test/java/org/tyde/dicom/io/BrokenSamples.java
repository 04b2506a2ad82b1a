package org.tyde.dicom.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the hand-made files of samples/broken. A file found in the field is described here by its
/// bytes, never copied.
public final class BrokenSamples {
    private BrokenSamples() {}

    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        write(folder, "empty-of-elements-letter", new Bytes().text("Dear colleague,\n".repeat(16)));
        write(
                folder,
                "length-beyond-the-file",
                Bytes.explicit().shortForm(0x00100010, "PN", 0xFFF0).text("A^B "));
        write(
                folder,
                "pixels-cut-off",
                Bytes.explicit().longForm(0x7FE00010, "OW", 0x7FFFFFFE).zeros(64));
        write(
                folder,
                "item-longer-than-sequence",
                Bytes.explicit().longForm(0x00081140, "SQ", 16).item(0x10000).zeros(8));
        write(
                folder,
                "element-longer-than-item",
                Bytes.explicit()
                        .longForm(0x00081140, "SQ", 16)
                        .item(8)
                        .shortForm(0x00081150, "UI", 4)
                        .zeros(32));
        write(
                folder,
                "sequence-without-item",
                Bytes.implicit().bare(0x00081140, 8).bare(0x00081150, 0));
        write(
                folder,
                "item-where-an-element-belongs",
                Bytes.explicit().shortForm(0x00080060, "CS", 0).item(0));
        write(
                folder,
                "undefined-length-of-text",
                Bytes.explicit().longForm(0x00204000, "UT", -1).text("endless "));
        write(
                folder,
                "fragment-cut-off",
                Bytes.partTen("1.2.840.10008.1.2.5")
                        .longForm(0x7FE00010, "OB", -1)
                        .item(0)
                        .item(4000)
                        .zeros(16));
        write(
                folder,
                "deflated-damaged",
                Bytes.partTen("1.2.840.10008.1.2.1.99").hex("FFFFFFFFFFFFFFFF"));
        var deep = Bytes.explicit();
        for (int i = 0; i < 80; i++) deep.longForm(0x00081140, "SQ", -1).item(-1);
        write(folder, "sequences-in-sequences", deep);
    }

    private static void write(Path folder, String name, Bytes bytes) throws IOException {
        Files.write(folder.resolve(name + ".dcm"), bytes.all());
    }
}
