package org.tyde.dicom.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the hand-made files of samples/broken and the table that says what each is for. A file found
/// in the field is described here by its bytes, never copied.
public final class BrokenSamples {
    private BrokenSamples() {}

    /// @param arguments the folder
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        for (var sample : all()) {
            var file = folder.resolve(sample.file());
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, sample.bytes());
        }
        Files.writeString(folder.resolve("README.md"), table());
    }

    static List<BrokenSample> all() {
        var all = new ArrayList<BrokenSample>();
        all.addAll(BrokenMeta.samples());
        all.addAll(BrokenElements.samples());
        all.addAll(BrokenSequences.samples());
        all.addAll(BrokenEnds.samples());
        all.addAll(BrokenPixels.samples());
        all.addAll(BrokenDirectories.samples());
        all.addAll(BrokenJson.samples());
        all.addAll(BrokenText.samples());
        return all;
    }

    static String table() {
        var text =
                new StringBuilder(
                        """
                        # Malformed input

                        %d files put together byte by byte by `src/test/java/org/tyde/dicom/io/BrokenSamples.java` (it writes this table
                        too); no patient, no copy of anyone's file. `BrokenSamplesTest` reads every one of them: it must be refused with
                        this reason and a place in it, or read with this warning; `frames` means that it is read and its frames are
                        refused, `read` that nothing else than its text comes out. `HostileWalkTest` walks the whole folder in a process with 256 MB. Folders below hold what is not a DICOM
                        file; what fuzzing finds joins them (docs/development.md).

                        | file | danger | expected |
                        |---|---|---|
                        """
                                .formatted(all().size()));
        for (var s : all())
            text.append("| %s | %s | %s |\n".formatted(s.file(), s.danger(), s.expected()));
        return text.toString();
    }
}
