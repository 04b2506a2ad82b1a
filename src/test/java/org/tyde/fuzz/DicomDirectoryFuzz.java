package org.tyde.fuzz;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomDirectory;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The directory of a strange CD: it is read or refused, and no file it names lies outside its folder.
public final class DicomDirectoryFuzz {
    private static final Path FILE = file();

    private DicomDirectoryFuzz() {}

    private static Path file() {
        try {
            var folder = Files.createTempDirectory("dicomdir-fuzz");
            folder.toFile().deleteOnExit();
            var file = folder.resolve("DICOMDIR");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// @param input a DICOMDIR
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE, input);
        Hostile.input(
                () -> {
                    var folder = FILE.resolveSibling("").normalize();
                    for (var named : DicomDirectory.read(FILE).files())
                        if (!named.normalize().startsWith(folder))
                            throw new AssertionError("out of the folder: " + named);
                });
    }

    /// @return a patient with one image
    public static List<byte[]> seeds() throws IOException {
        var image = record("IMAGE", 0, 0, "IMAGES", "IM1");
        var draft = DicomWriter.toBytes(directory(0, image), TransferSyntax.EXPLICIT_LITTLE);
        int at = indexOfItem(draft);
        int next = at + draft.length - indexOfItem(draft);
        return List.of(
                DicomWriter.toBytes(
                        directory(next, image, record("PATIENT", 0, at)),
                        TransferSyntax.EXPLICIT_LITTLE));
    }

    private static DataSet directory(int first, DataSet... records) {
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.MEDIA_STORAGE_DIRECTORY_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                .integer(
                        Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY,
                        first)
                .sequence(Tag.DIRECTORY_RECORD_SEQUENCE, records)
                .build();
    }

    private static DataSet record(String type, int next, int below, String... file) {
        return DataSet.builder()
                .integer(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, next)
                .integer(Tag.RECORD_IN_USE_FLAG, 0xFFFF)
                .integer(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, below)
                .text(Tag.DIRECTORY_RECORD_TYPE, type)
                .text(Tag.REFERENCED_FILE_ID, file)
                .build();
    }

    private static int indexOfItem(byte[] file) {
        for (int i = 132; ; i++) {
            boolean item =
                    (file[i] & 0xFF) == 0xFE
                            && (file[i + 1] & 0xFF) == 0xFF
                            && file[i + 2] == 0
                            && (file[i + 3] & 0xFF) == 0xE0;
            if (item) return i;
        }
    }
}
