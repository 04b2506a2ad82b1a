package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.SharedData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A DICOMDIR is read as the tree that its offsets make.
class DicomDirectoryTest {
    private static final Tag FIRST =
            Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY;

    private static DataSet record(String type, int next, int below, String... file) {
        return DataSet.builder()
                .asFound()
                .integer(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, next)
                .integer(Tag.RECORD_IN_USE_FLAG, 0xFFFF)
                .integer(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, below)
                .text(Tag.DIRECTORY_RECORD_TYPE, type)
                .text(Tag.REFERENCED_FILE_ID, file)
                .build();
    }

    private static Path write(Path folder, int first, DataSet... records) throws IOException {
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.MEDIA_STORAGE_DIRECTORY_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .integer(FIRST, first)
                        .sequence(Tag.DIRECTORY_RECORD_SEQUENCE, records)
                        .build();
        var file = folder.resolve("DICOMDIR");
        DicomWriter.write(file, set, TransferSyntax.EXPLICIT_LITTLE);
        return file;
    }

    /// Offsets of the records of a directory whose records keep their lengths.
    private static List<Long> offsets(Path file) throws IOException {
        try (var origin = Origin.OfFile.open(file)) {
            var reading = new PartTen(origin, ReaderLimits.USUAL, false);
            reading.read();
            return reading.directoryRecords();
        }
    }

    @Test
    void recordsFormTheTreeOfTheirOffsets(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createFile(folder.resolve("images").resolve("im1"));
        var draft =
                offsets(
                        write(
                                folder,
                                1,
                                record("IMAGE", 1, 1, "IMAGES", "IM1"),
                                record("PATIENT", 1, 1),
                                record("PATIENT", 1, 1)));
        int image = draft.get(0).intValue();
        int second = draft.get(1).intValue();
        int first = draft.get(2).intValue();
        var file =
                write(
                        folder,
                        first,
                        record("IMAGE", 0, 0, "IMAGES", "IM1"),
                        record("PATIENT", 0, 0),
                        record("PATIENT", second, image));
        var directory = DicomDirectory.read(file);
        assertEquals(2, directory.entries().size());
        var entry = directory.entries().getFirst().entries().getFirst();
        assertEquals("IMAGE", entry.type());
        assertEquals(List.of(folder.resolve("images").resolve("im1")), directory.files());
    }

    @Test
    void offsetsThatLeadNowhereOrInACircleAreRefused(@TempDir Path folder) throws IOException {
        var nowhere = write(folder, 77, record("PATIENT", 0, 0));
        var refusal = assertThrows(DicomFormatException.class, () -> DicomDirectory.read(nowhere));
        assertEquals(DicomReason.BAD_DIRECTORY_OFFSET, refusal.reason());
        int at = offsets(nowhere).getFirst().intValue();
        var circle = write(folder, at, record("PATIENT", at, 0));
        assertThrows(DicomFormatException.class, () -> DicomDirectory.read(circle));
        var below = write(folder, at, record("PATIENT", 0, at));
        assertThrows(DicomFormatException.class, () -> DicomDirectory.read(below));
    }

    @Test
    void noRecordLeadsOutOfTheFolder(@TempDir Path folder) throws IOException {
        var draft = write(folder, 1, record("IMAGE", 0, 0, "..", "SECRET"));
        int at = offsets(draft).getFirst().intValue();
        var file = write(folder, at, record("IMAGE", 0, 0, "..", "SECRET"));
        assertEquals(List.of(), DicomDirectory.read(file).files());
    }

    @Test
    void aRealDirectoryNamesItsFiles() throws IOException {
        var root = SharedData.require("data/files/pydicom/test_files/dicomdirtests");
        var directory = DicomDirectory.read(root.resolve("DICOMDIR"));
        assertEquals(
                List.of("Doe^Archibald", "Doe^Peter"),
                List.of(
                        directory.entries().get(0).record().textOr(Tag.PATIENT_NAME, ""),
                        directory.entries().get(1).record().textOr(Tag.PATIENT_NAME, "")));
        assertTrue(directory.files().size() > 20);
        for (var file : directory.files()) assertTrue(Files.exists(file), file.toString());
    }
}
