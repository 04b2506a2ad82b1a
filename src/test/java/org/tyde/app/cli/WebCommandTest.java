package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobRunner;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class WebCommandTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private EmbeddedArchive archive;
    private String url = "";

    @BeforeEach
    void open() throws Exception {
        archive = new EmbeddedArchive(folder.resolve("archive"));
        for (int i = 1; i <= 3; i++)
            archive.put(
                    DataSet.builder()
                            .text(Tag.SOP_CLASS_UID, SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE)
                            .text(Tag.SOP_INSTANCE_UID, "1.2.3." + i)
                            .text(Tag.STUDY_INSTANCE_UID, "1.2")
                            .text(Tag.SERIES_INSTANCE_UID, "1.2.3")
                            .text(Tag.PATIENT_ID, "7")
                            .text(Tag.MODALITY, "OT")
                            .build(),
                    TransferSyntax.EXPLICIT_LITTLE);
        url = archive.serve(0, runner).base().toString();
    }

    @AfterEach
    void close() {
        archive.close();
        runner.close();
    }

    private record Said(int code, String text) {}

    private static Said tyde(String... arguments) {
        var before = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            return new Said(
                    CommandLineOfTyde.run(arguments), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void findListsStudiesAndSeries() {
        var studies = tyde("web", "find", url, "PatientID=7");
        assertEquals(0, studies.code());
        assertTrue(studies.text().startsWith("1.2\t"), studies.text());
        assertEquals(new Said(0, ""), tyde("web", "find", url, "PatientID=8"));
        assertTrue(tyde("web", "find", url, "--study", "1.2").text().endsWith("\t3\n"));
        assertTrue(tyde("web", "find", url, "--json").text().contains("\"0020000D\""));
    }

    @Test
    void whatIsGotCanBeSent() throws Exception {
        var got = folder.resolve("got");
        assertEquals(0, tyde("web", "get", url, "--study", "1.2", "-o", got.toString()).code());
        try (var files = Files.list(got)) {
            assertEquals(3, files.count());
        }
        try (var other = new EmbeddedArchive(folder.resolve("other"));
                var server = other.serve(0, runner)) {
            var sent = tyde("web", "send", server.base().toString(), got.toString());
            assertEquals(0, sent.code());
            assertEquals(3, sent.text().lines().count());
            assertEquals(3, other.size());
            Files.writeString(got.resolve("x.txt"), "no DICOM");
            assertEquals(1, tyde("web", "send", server.base().toString(), got.toString()).code());
        }
    }

    @Test
    void aDeadArchiveIsAFailureAndAWrongWordIsWrongUse() {
        assertEquals(1, tyde("web", "find", "http://127.0.0.1:1/dicom-web").code());
        assertEquals(1, tyde("web", "find", "no address").code());
        assertEquals(1, tyde("web", "get", url, "--study", "9.9", "-o", folder + "/x").code());
        assertEquals(2, tyde("web", "find", url, "NoSuchKeyword=1").code());
        assertEquals(2, tyde("web", "send", url, folder + "/not-there").code());
        assertEquals(2, tyde("web").code());
    }
}
