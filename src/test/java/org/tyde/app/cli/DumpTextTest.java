package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.SharedData;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomJson;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `tyde dump` shows every element, and nothing that could move a terminal's cursor.
class DumpTextTest {
    private static List<String> dump(byte[] file) throws IOException {
        var lines = new ArrayList<String>();
        new DumpText(lines::add).dump(DicomReader.read(file));
        return lines;
    }

    @Test
    void aLineTellsTagRepresentationValueLengthAndKeyword() throws IOException {
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .personName(Tag.PATIENT_NAME, PersonName.of("Ås", "Øyvind"))
                        .code(Tag.ANATOMIC_REGION_SEQUENCE, new Code("39607008", "SCT", "Lung"))
                        .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(new byte[32]))
                        .build();
        var lines = dump(DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_LITTLE));
        var text = String.join("\n", lines);
        assertTrue(text.contains("(0002,0010) UI [1.2.840.10008.1.2.1] Explicit VR Little"), text);
        assertTrue(
                text.contains("(0008,0016) UI [1.2.840.10008.5.1.4.1.1.2] CT Image Storage"), text);
        assertTrue(text.contains("(0010,0010) PN [Ås^Øyvind]"), text);
        assertTrue(text.contains("# PatientName 12"), text);
        assertTrue(text.contains("    (0008,0104) LO [Lung]"), text);
        assertTrue(text.contains("(7FE0,0010) OW ..."), text);
    }

    @Test
    void controlCharactersAreWrittenOut() throws IOException {
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .asFound()
                        .text(Tag.PATIENT_COMMENTS, "a\u001b[2Jb\r\n")
                        .build();
        var text =
                String.join("\n", dump(DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_LITTLE)));
        assertFalse(text.contains("\u001b"), "escape");
        assertTrue(text.contains("a\\x1b[2Jb\\r\\n"), text);
    }

    @Test
    void everyFileThatAnotherToolkitReadsIsShownAsTextAndAsJson() throws IOException {
        var folder = SharedData.require("data");
        var wrong = new ArrayList<String>();
        for (var file : files(folder.resolve("files"))) {
            boolean others = dcmtkReads(folder, file);
            if (!others) continue;
            try {
                var read = DicomReader.read(file);
                var lines = new ArrayList<String>();
                new DumpText(lines::add).dump(read);
                if (lines.size() < read.dataSet().size()) wrong.add(file + ": too few lines");
                var json = DicomJson.write(read.dataSet());
                if (json.isEmpty() && read.dataSet().size() > 0) wrong.add(file + ": empty JSON");
            } catch (IOException refused) {
                wrong.add(file + ": " + refused.getMessage());
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean dcmtkReads(Path folder, Path file) throws IOException {
        var name = folder.relativize(file).toString();
        try (var rows = Files.lines(folder.resolve("expected.csv"))) {
            return rows.filter(row -> row.startsWith(name + ",") || row.startsWith("\"" + name))
                    .noneMatch(row -> row.contains(",fail,"));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
