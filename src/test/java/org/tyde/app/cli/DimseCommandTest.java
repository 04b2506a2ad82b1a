package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.EmbeddedDimse;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dimse.Dcmtk;
import org.tyde.dimse.TestInstances;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.settings.TydeHome;
import org.tyde.work.JobRunner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `tyde echo`, `find`, `get`, `move` and `send` with the embedded archive.
class DimseCommandTest {
    private final JobRunner runner = new JobRunner(1);

    @TempDir Path folder = Path.of("");

    private String node = "";
    private int ours;
    private AutoCloseable archive = () -> {};
    private AutoCloseable server = () -> {};

    @BeforeEach
    void open() throws Exception {
        ours = Dcmtk.freePort();
        var held = new EmbeddedArchive(folder.resolve("archive"));
        archive = held;
        for (var one : TestInstances.studies()) held.put(one, TransferSyntax.EXPLICIT_LITTLE);
        DimseServer serving =
                EmbeddedDimse.serve(
                        held,
                        "ARCHIVE",
                        Listening.loopback("archive", 0),
                        Titles.calledAs("ARCHIVE"),
                        Map.of("ME", Peer.of("me", "127.0.0.1", ours, "ME", "ARCHIVE")),
                        runner);
        server = serving;
        node = "ARCHIVE@127.0.0.1:" + serving.port();
        Files.createDirectories(folder.resolve("home/config"));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        archive.close();
        runner.close();
    }

    private record Said(int code, String text, String errors) {}

    private Said tyde(String... arguments) {
        var out = System.out;
        var err = System.err;
        var said = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            return new Said(
                    CommandLineOfTyde.run(arguments),
                    said.toString(StandardCharsets.UTF_8),
                    errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String home() {
        return folder.resolve("home").toString();
    }

    private static long files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void echoSaysThatItAnswers() {
        var said = tyde("echo", node, "--home", home());
        assertEquals(0, said.code(), said.errors());
        assertTrue(said.text().startsWith(node + "\tanswers\t"), said.text());
    }

    @Test
    void aConfiguredArchiveIsCalledByItsName() throws Exception {
        var port = node.substring(node.lastIndexOf(':') + 1);
        var home = TydeHome.at(folder.resolve("home"));
        home.create();
        Files.writeString(
                home.settingsFile(),
                """
                {"version": 1, "station": {"aeTitle": "ME"}, "archives": [{"name": "Sykehuset",
                "dimse": {"host": "127.0.0.1", "port": %s, "aeTitle": "ARCHIVE"}}]}
                """
                        .formatted(port));
        var said = tyde("echo", "Sykehuset", "--home", home());
        assertEquals(0, said.code(), said.errors());
        assertTrue(said.text().startsWith("Sykehuset\tanswers"), said.text());
    }

    @Test
    void findPrintsATableOrJson() throws Exception {
        var said = tyde("find", node, "PatientID=P1", "--home", home());
        assertEquals(0, said.code(), said.errors());
        assertEquals(2, said.text().lines().count());
        assertTrue(said.text().contains("Bjørnstad^Åse"), said.text());
        var json = tyde("find", node, "PatientID=P1", "--json", "--home", home());
        var answers = new ObjectMapper().readTree(json.text());
        assertEquals("P1", answers.get(0).at("/00100020/Value/0").asText());
        var page = tyde("find", node, "--limit", "1", "--home", home());
        assertEquals(1, page.text().lines().count());
        assertTrue(page.errors().contains("there are more"), page.errors());
    }

    @Test
    void getWritesFilesWithMetaInformation() throws Exception {
        var out = folder.resolve("got");
        var said =
                tyde(
                        "get",
                        node,
                        "--study",
                        TestInstances.uid(1),
                        "-o",
                        out.toString(),
                        "--home",
                        home());
        assertEquals(0, said.code(), said.errors());
        assertEquals(3, files(out));
        var read = DicomReader.read(out.resolve(TestInstances.uid(1, 1, 1) + ".dcm"));
        assertEquals(List.of(), read.warnings());
    }

    @Test
    void moveListensOnOurPortMeanwhile() throws Exception {
        var out = folder.resolve("moved");
        var said =
                tyde(
                        "move",
                        node,
                        "--aet",
                        "ME",
                        "--port",
                        String.valueOf(ours),
                        "--study",
                        TestInstances.uid(2),
                        "-o",
                        out.toString(),
                        "--home",
                        home());
        assertEquals(0, said.code(), said.errors());
        assertEquals(2, files(out));
        var nobody =
                tyde(
                        "move",
                        node,
                        "--to",
                        "NOBODY",
                        "--study",
                        TestInstances.uid(2),
                        "--home",
                        home());
        assertEquals(1, nobody.code());
        assertTrue(nobody.errors().contains("A801"), nobody.errors());
    }

    @Test
    void sendTellsWhatWasTakenAndWhatNot() throws Exception {
        var sent = Files.createDirectory(folder.resolve("sent"));
        TestInstances.write(
                sent,
                List.of(TestInstances.ct("P9", "Ny^Per", 9, 1, 1)),
                TransferSyntax.EXPLICIT_LITTLE);
        var said = tyde("send", node, sent.toString(), "--home", home());
        assertEquals(0, said.code(), said.errors());
        assertEquals(TestInstances.uid(9, 1, 1) + "\n", said.text());
        Files.writeString(sent.resolve("no.dcm"), "no DICOM");
        assertEquals(1, tyde("send", node, sent.toString(), "--home", home()).code());
    }

    @Test
    void wrongUseEndsWithTwoAndNobodyThereWithOne() throws Exception {
        assertEquals(2, tyde("echo", "nonsense", "--home", home()).code());
        assertEquals(2, tyde("find", node, "NoSuchKeyword=1", "--home", home()).code());
        assertEquals(2, tyde("get", node, "--home", home()).code());
        var nobody = tyde("echo", "X@127.0.0.1:" + Dcmtk.freePort(), "--home", home());
        assertEquals(1, nobody.code());
        assertEquals(1, nobody.errors().lines().count(), nobody.errors());
    }
}
