package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A DICOMDIR that is written is the tree of its files, for us and for others.
class DirectoryWriterTest {
    private static DataSetBuilder instance(
            String patient, String study, String series, int number) {
        return DataSet.builder()
                .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.9" + series.substring(5) + number)
                .text(Tag.STUDY_DATE, "20261123")
                .text(Tag.STUDY_TIME, "081500")
                .text(Tag.CONTENT_DATE, "20261123")
                .text(Tag.CONTENT_TIME, "081600")
                .text(Tag.ACCESSION_NUMBER, "A" + patient)
                .text(Tag.MODALITY, "CT")
                .text(Tag.STUDY_DESCRIPTION, "Thorax på Ås")
                .text(Tag.PATIENT_NAME, "Bjørnstad^Åse")
                .text(Tag.PATIENT_ID, patient)
                .text(Tag.PATIENT_BIRTH_DATE, "")
                .text(Tag.PATIENT_SEX, "")
                .text(Tag.REFERRING_PHYSICIAN_NAME, "")
                .text(Tag.STUDY_INSTANCE_UID, study)
                .text(Tag.SERIES_INSTANCE_UID, series)
                .text(Tag.STUDY_ID, "1")
                .integer(Tag.SERIES_NUMBER, 1)
                .integer(Tag.INSTANCE_NUMBER, number);
    }

    static DataSet image(String patient, String study, String series, int number) {
        return instance(patient, study, series, number)
                .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, 2)
                .integer(Tag.COLUMNS, 2)
                .integer(Tag.BITS_ALLOCATED, 8)
                .integer(Tag.BITS_STORED, 8)
                .integer(Tag.HIGH_BIT, 7)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[4])
                .build();
    }

    private static DataSet report(String patient, String study, String series) {
        var language =
                DataSet.builder()
                        .text(Tag.RELATIONSHIP_TYPE, "HAS CONCEPT MOD")
                        .text(Tag.VALUE_TYPE, "CODE")
                        .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, new Code("121049", "DCM", "Language"))
                        .code(Tag.CONCEPT_CODE_SEQUENCE, new Code("nb", "RFC5646", "Bokmål"))
                        .build();
        var finding =
                DataSet.builder()
                        .text(Tag.RELATIONSHIP_TYPE, "CONTAINS")
                        .text(Tag.VALUE_TYPE, "TEXT")
                        .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, new Code("121071", "DCM", "Finding"))
                        .text(Tag.TEXT_VALUE, "Normale funn")
                        .build();
        return instance(patient, study, series, 1)
                .text(Tag.SOP_CLASS_UID, SopClass.BASIC_TEXT_SR_STORAGE)
                .text(Tag.MODALITY, "SR")
                .text(Tag.COMPLETION_FLAG, "COMPLETE")
                .text(Tag.VERIFICATION_FLAG, "UNVERIFIED")
                .text(Tag.VALUE_TYPE, "CONTAINER")
                .code(
                        Tag.CONCEPT_NAME_CODE_SEQUENCE,
                        new Code("18748-4", "LN", "Diagnostic Imaging Report"))
                .sequence(Tag.CONTENT_SEQUENCE, language, finding)
                .build();
    }

    /// A medium with two patients, three studies, five files; the DICOMDIR written.
    private static List<Path> medium(Path folder) throws IOException {
        var files =
                List.of(
                        image("15876500016", "2.25.1", "2.25.11", 1),
                        image("15876500016", "2.25.1", "2.25.11", 2),
                        report("15876500016", "2.25.1", "2.25.12"),
                        image("15876500016", "2.25.2", "2.25.21", 1),
                        image("15876500024", "2.25.3", "2.25.31", 1));
        var directory = new DirectoryWriter("TYDE", "2.25.4711");
        var written = new ArrayList<Path>();
        Files.createDirectories(folder.resolve("IMAGES"));
        for (int i = 0; i < files.size(); i++) {
            var file = folder.resolve("IMAGES").resolve("IM" + i);
            DicomWriter.write(file, files.get(i), TransferSyntax.EXPLICIT_LITTLE);
            directory.add(List.of("IMAGES", "IM" + i), DicomReader.read(file));
            written.add(file);
        }
        directory.write(folder);
        return written;
    }

    @Test
    void whatIsWrittenIsReadBackAsTheSameTree(@TempDir Path folder) throws IOException {
        var files = medium(folder);
        var directory = DicomDirectory.read(folder.resolve("DICOMDIR"));
        assertEquals(List.of(), directory.warnings());
        assertEquals(files, directory.files());
        assertEquals(2, directory.entries().size());
        var first = directory.entries().getFirst();
        assertEquals("PATIENT", first.type());
        assertEquals("Bjørnstad^Åse", first.record().textOr(Tag.PATIENT_NAME, ""));
        assertEquals(List.of("STUDY", "STUDY"), types(first.entries()));
        var study = first.entries().getFirst();
        assertEquals("Thorax på Ås", study.record().textOr(Tag.STUDY_DESCRIPTION, ""));
        assertEquals(2, study.entries().size());
        assertEquals(List.of("IMAGE", "IMAGE"), types(study.entries().getFirst().entries()));
        var report = study.entries().getLast().entries().getFirst();
        assertEquals("SR DOCUMENT", report.type());
        var modifiers = report.record().sequence(Tag.CONTENT_SEQUENCE);
        assertEquals(1, modifiers.size(), "no finding leaves the report");
    }

    private static List<String> types(List<DicomDirectory.Entry> entries) {
        return entries.stream().map(DicomDirectory.Entry::type).toList();
    }

    @Test
    void theSameFilesGiveTheSameBytes(@TempDir Path folder) throws IOException {
        medium(folder);
        var once = Files.readAllBytes(folder.resolve("DICOMDIR"));
        medium(folder);
        assertArrayEquals(once, Files.readAllBytes(folder.resolve("DICOMDIR")));
    }

    @Test
    void otherToolkitsFindNoFault(@TempDir Path folder) throws Exception {
        medium(folder);
        var file = folder.resolve("DICOMDIR").toString();
        var dump = Programs.run("dcmdump", "+U8", "-q", file);
        assertEquals(0, dump.exitCode(), dump::text);
        assertFalse(dump.text().contains("W:") || dump.text().contains("E:"), dump::text);
        var verified = Programs.run("dciodvfy", "-new", file);
        var errors = verified.text().lines().filter(l -> l.startsWith("Error")).toList();
        assertEquals(List.of(), errors);
    }

    @Test
    void anotherToolkitMakesTheSameTreeOfTheFiles(@TempDir Path folder) throws Exception {
        medium(folder);
        var ours = tree(DicomDirectory.read(folder.resolve("DICOMDIR")).entries());
        var theirs = folder.resolve("DICOMDIR2");
        var command =
                new ArrayList<>(
                        List.of("dcmmkdir", "+D", theirs.toString(), "+id", folder.toString()));
        for (int i = 0; i < 5; i++) command.add("IMAGES/IM" + i);
        var said = Programs.run(command.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said::text);
        assertEquals(ours, tree(DicomDirectory.read(theirs).entries()));
    }

    private static String tree(List<DicomDirectory.Entry> entries) throws IOException {
        var lines = new ArrayList<String>();
        for (var entry : entries) {
            var record = entry.record();
            lines.add(
                    "%s %s %s %s %s %s [%s]"
                            .formatted(
                                    entry.type(),
                                    record.texts(Tag.REFERENCED_FILE_ID),
                                    record.textOr(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE, "-"),
                                    record.textOr(Tag.REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE, "-"),
                                    record.textOr(Tag.STUDY_INSTANCE_UID, "-"),
                                    record.textOr(Tag.PATIENT_NAME, "-"),
                                    tree(entry.entries())));
        }
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    @Test
    void whatCannotBeOnAMediumIsRefused() throws IOException {
        var good =
                DicomReader.read(
                        DicomWriter.toBytes(
                                image("1", "2.25.1", "2.25.11", 1),
                                TransferSyntax.EXPLICIT_LITTLE));
        var writer = new DirectoryWriter("", "2.25.1");
        for (var id : List.of("im1", "..", "TOO_LONG_A_NAME", "", "A B", "A/B")) {
            var refusal =
                    assertThrows(DicomFormatException.class, () -> writer.add(List.of(id), good));
            assertEquals(DicomReason.BAD_FILE_ID, refusal.reason());
        }
        assertThrows(DicomFormatException.class, () -> writer.add(List.of(), good));
        var nameless =
                new DicomFile(
                        DataSet.empty(),
                        good.dataSet().toBuilder().remove(Tag.STUDY_ID).build(),
                        good.transferSyntax(),
                        List.of());
        var missing =
                assertThrows(DicomFormatException.class, () -> writer.add(List.of("A"), nameless));
        assertEquals(DicomReason.MISSING, missing.reason());
        assertEquals(List.of("StudyID"), missing.arguments());
        var hanging =
                new DicomFile(
                        DataSet.empty(),
                        good.dataSet().toBuilder()
                                .text(Tag.SOP_CLASS_UID, SopClass.HANGING_PROTOCOL_STORAGE)
                                .build(),
                        good.transferSyntax(),
                        List.of());
        var none =
                assertThrows(DicomFormatException.class, () -> writer.add(List.of("A"), hanging));
        assertEquals(DicomReason.NO_RECORD_TYPE, none.reason());
        var empty = DicomDirectory.read(writer.toBytes(), Path.of(""));
        assertEquals(List.of(), empty.entries(), "a refused file leaves nothing behind");
    }

    @Test
    void everyStorageClassOfImagesHasARecord() {
        for (var type : RecordType.values())
            assertTrue(type.term().equals(type.name().replace('_', ' ')), type.term());
        assertEquals(
                "RT TREAT RECORD",
                RecordType.of("1.2.840.10008.5.1.4.1.1.481.4").orElseThrow().term());
        assertEquals(
                "SR DOCUMENT",
                RecordType.of(SopClass.COMPREHENSIVE_SR_STORAGE).orElseThrow().term());
        assertEquals(
                "IMAGE",
                RecordType.of(SopClass.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                        .orElseThrow()
                        .term());
    }
}
