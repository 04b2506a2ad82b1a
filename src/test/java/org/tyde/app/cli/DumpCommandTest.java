package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomWriter;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `tyde dump`: data on stdout, warnings on stderr, 2 for wrong usage.
class DumpCommandTest {
    private record Said(int exitCode, String out, String err) {}

    private static Said dump(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new CommandLine(new DumpCommand());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler(
                (failure, where, _) -> {
                    where.getErr().println(failure.getMessage());
                    return 1;
                });
        return new Said(line.execute(arguments), out.toString(), err.toString());
    }

    private static Path file(Path folder) throws Exception {
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .text(Tag.PATIENT_NAME, "Ås^Øyvind")
                        .build();
        var file = folder.resolve("x.dcm");
        DicomWriter.write(file, set, TransferSyntax.EXPLICIT_LITTLE);
        return file;
    }

    @Test
    void jsonIsDicomJson(@TempDir Path folder) throws Exception {
        var said = dump("--json", file(folder).toString());
        assertEquals(0, said.exitCode(), said::err);
        var name = new ObjectMapper().readTree(said.out()).path("00100010").path("Value").path(0);
        assertEquals("Ås^Øyvind", name.path("Alphabetic").asText());
        assertEquals("", said.err());
    }

    @Test
    void jsonSaysWhereLargeValuesAre(@TempDir Path folder) throws Exception {
        var file = folder.resolve("x.dcm");
        var item = DataSet.builder().bytes(Tag.of(0x0009, 0x1001), Vr.OB, new byte[70_000]).build();
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, DataSet.empty(), item)
                        .bytes(Tag.of(0x0009, 0x1001), Vr.OB, new byte[] {1, 2, 3, 4})
                        .fragments(Tag.PIXEL_DATA, List.of(BulkData.of(new byte[10])))
                        .build();
        DicomWriter.write(file, set, TransferSyntax.of("1.2.840.10008.1.2.5"));
        var told = new ObjectMapper().readTree(dump("--json", file.toString()).out());
        var uri = file.toUri().toString();
        assertEquals(uri + "#7FE00010", told.path("7FE00010").path("BulkDataURI").asText());
        assertEquals("AQIDBA==", told.path("00091001").path("InlineBinary").asText());
        assertEquals(
                uri + "#00081140/2/00091001",
                told.at("/00081140/Value/1/00091001/BulkDataURI").asText());
    }

    @Test
    void warningsGoToTheErrorStream(@TempDir Path folder) throws Exception {
        var file = file(folder);
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length + 3));
        var said = dump(file.toString());
        assertEquals(0, said.exitCode());
        assertTrue(said.out().contains("[Ås^Øyvind]"), said::out);
        assertTrue(said.err().startsWith("tyde: "), said::err);
    }

    @Test
    void whatCannotBeReadIsOneSentence(@TempDir Path folder) throws Exception {
        var letter = Files.writeString(folder.resolve("letter.txt"), "Dear colleague,\n".repeat(9));
        var said = dump(letter.toString());
        assertEquals(1, said.exitCode());
        assertEquals("", said.out());
        assertTrue(said.err().startsWith("This is not a DICOM file."), said::err);
        assertEquals(1, dump(folder.resolve("missing.dcm").toString()).exitCode());
        assertEquals(2, dump().exitCode());
    }
}
