package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    private Said tyde(String... words) {
        var arguments = java.util.Arrays.copyOf(words, words.length + 2);
        arguments[words.length] = "--home";
        arguments[words.length + 1] = folder.resolve("home").toString();
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
    }

    @Test
    void everyLevelIsListed() {
        var instances = tyde("web", "find", url, "--study", "1.2", "--series", "1.2.3");
        assertEquals(3, instances.text().lines().count(), instances.text());
        var all = tyde("web", "find", url, "--level", "INSTANCE", "--limit", "2");
        assertEquals(2, all.text().lines().count(), all.text());
        var series = tyde("web", "find", url, "--level", "SERIES", "Modality=OT");
        assertEquals(1, series.text().lines().count(), series.text());
        var more = tyde("web", "find", url, "--json", "--include", "Manufacturer", "--offset", "1");
        assertEquals(0, more.code());
    }

    @Test
    void anInstanceItsMetadataAndWhatWasWrittenAreTold() throws Exception {
        var one = new String[] {"--study", "1.2", "--series", "1.2.3", "--instance", "1.2.3.2"};
        var got = folder.resolve("one");
        var said = tyde(with(one, "-o", got.toString(), "--json"));
        assertEquals(0, said.code());
        assertEquals("[\"" + got.resolve("1.2.3.2.dcm") + "\"]\n", said.text());
        var metadata = tyde(with(one, "--metadata"));
        assertTrue(metadata.text().contains("\"1.2.3.2\""), metadata.text());
        assertEquals(1, tyde(with(one, "-o", got.toString(), "--frames", "1")).code());
    }

    private String[] with(String[] instance, String... more) {
        var all = new java.util.ArrayList<>(List.of("web", "get", url));
        all.addAll(List.of(instance));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void sendingIsToldAsJsonToo() throws Exception {
        var got = folder.resolve("got");
        tyde("web", "get", url, "--study", "1.2", "-o", got.toString());
        Files.writeString(got.resolve("x.txt"), "no DICOM");
        var said = tyde("web", "send", url, got.toString(), "--json");
        assertEquals(1, said.code());
        assertTrue(said.text().startsWith("{\"stored\":["), said.text());
        assertTrue(said.text().contains("\"failed\":[{"), said.text());
    }

    @Test
    void theTokenIsNamedAndNotGiven() throws Exception {
        var seen = new java.util.ArrayList<String>();
        var locked =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        locked.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
        locked.start();
        try {
            var there = "http://127.0.0.1:" + locked.getAddress().getPort() + "/dicom-web";
            assertEquals(0, tyde("web", "find", there, "--token", "env:PATH").code());
            assertEquals(List.of("Bearer " + System.getenv("PATH")), seen);
            assertEquals(1, tyde("web", "find", there, "--token", "env:NO_SUCH_THING").code());
            assertEquals(2, tyde("web", "find", there, "--token", "the-token-itself").code());
            assertEquals(2, tyde("web", "find", there, "--user", "me").code());
            assertEquals(2, tyde("web", "find", there, "--sign-in", "https://x").code());
            assertEquals(
                    2,
                    tyde(
                                    "web",
                                    "find",
                                    there,
                                    "--token",
                                    "env:A",
                                    "--user",
                                    "b",
                                    "--password",
                                    "env:C")
                            .code());
            assertEquals(1, seen.size());
        } finally {
            locked.stop(0);
        }
    }

    @Test
    void wrongUseIsSaidBeforeAnythingIsAsked() {
        assertEquals(2, tyde("web", "find", url, "--series", "1.2.3").code());
        assertEquals(2, tyde("web", "get", url, "--study", "1.2").code());
        assertEquals(
                2, tyde("web", "get", url, "--study", "1.2", "--frames", "1", "-o", "x").code());
        assertEquals(2, tyde("web", "find", url, "--limit", "-1").code());
        assertEquals(2, tyde("web", "find", url, "--proxy", "ftp://x").code());
    }
}
