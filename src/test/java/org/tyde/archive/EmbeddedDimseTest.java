package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.Programs.Said;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dimse.Dcmtk;
import org.tyde.dimse.TestInstances;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The embedded archive, asked by DCMTK's tools.
class EmbeddedDimseTest {
    private static final String[] STUDY_1 = {
        "-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID=" + TestInstances.uid(1)
    };

    private final JobRunner runner = new JobRunner(1);

    @TempDir Path folder = Path.of("");

    private int moveTo;
    private EmbeddedArchive archive;
    private DimseServer server;

    @BeforeEach
    void serve() throws Exception {
        moveTo = Dcmtk.freePort();
        archive = new EmbeddedArchive(folder.resolve("archive"));
        for (var one : TestInstances.studies()) archive.put(one, TransferSyntax.EXPLICIT_LITTLE);
        var destination = Peer.of("destination", "127.0.0.1", moveTo, "DEST", "TYDE");
        server =
                EmbeddedDimse.serve(
                        archive,
                        "TYDE",
                        Listening.loopback("tyde", 0),
                        Titles.calledAs("TYDE"),
                        Map.of("DEST", destination),
                        runner);
    }

    @AfterEach
    void stop() {
        server.close();
        archive.close();
        runner.close();
    }

    private Said dcmtk(String program, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Programs.require(program).toString(), "-v"));
        command.addAll(List.of("-aec", "TYDE", "-aet", "TEST"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("127.0.0.1", String.valueOf(server.port())));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TCP_NODELAY", "1");
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return new Said(process.waitFor(), text);
    }

    private Said find(String model, String... keys) throws Exception {
        var arguments = new ArrayList<>(List.of(model));
        for (var key : keys) arguments.addAll(List.of("-k", key));
        return dcmtk("findscu", arguments.toArray(String[]::new));
    }

    private static int answers(Said said) {
        assertEquals(0, said.exitCode(), said.text());
        assertTrue(said.text().contains("Received Final Find Response (Success"), said.text());
        return said.text().split("Find Response: \\d+ \\(Pending", -1).length - 1;
    }

    @Test
    void anEchoIsAnswered() throws Exception {
        assertEquals(0, dcmtk("echoscu").exitCode());
    }

    @Test
    void whoCallsItByAnotherNameIsRejected() throws Exception {
        var said = dcmtk("echoscu", "-aec", "OTHER");
        assertFalse(said.exitCode() == 0);
        assertTrue(said.text().contains("Called AE Title Not Recognized"), said.text());
    }

    @Test
    void studiesAreFoundByEveryKindOfMatching() throws Exception {
        var study = "QueryRetrieveLevel=STUDY";
        assertEquals(3, answers(find("-S", study, "StudyInstanceUID")));
        assertEquals(2, answers(find("-S", study, "PatientID=P1")));
        assertEquals(1, answers(find("-S", study, "PatientName=HANSEN*")));
        assertEquals(1, answers(find("-S", study, "PatientName=H?nsen^Ola")));
        assertEquals(2, answers(find("-S", study, "StudyDate=20260302-")));
        assertEquals(1, answers(find("-S", study, "StudyDate=20260302-20260302")));
        assertEquals(2, answers(find("-S", study, "StudyDate=-20260302")));
        assertEquals(1, answers(find("-S", study, "StudyTime=103001")));
        assertEquals(
                2,
                answers(
                        find(
                                "-S",
                                study,
                                "StudyInstanceUID="
                                        + TestInstances.uid(1)
                                        + "\\"
                                        + TestInstances.uid(3))));
        assertEquals(3, answers(find("-S", study, "ModalitiesInStudy=CT")));
        assertEquals(0, answers(find("-S", study, "ModalitiesInStudy=MR")));
        assertEquals(0, answers(find("-S", study, "PatientID=p1")));
    }

    @Test
    void allLevelsOfBothModelsAreAnswered() throws Exception {
        assertEquals(2, answers(find("-P", "QueryRetrieveLevel=PATIENT", "PatientID")));
        assertEquals(
                2, answers(find("-P", "QueryRetrieveLevel=STUDY", "PatientID=P1", "StudyDate")));
        var study = "StudyInstanceUID=" + TestInstances.uid(1);
        assertEquals(
                1, answers(find("-S", "QueryRetrieveLevel=SERIES", study, "SeriesInstanceUID")));
        assertEquals(
                3,
                answers(
                        find(
                                "-S",
                                "QueryRetrieveLevel=IMAGE",
                                study,
                                "SeriesInstanceUID=" + TestInstances.uid(1, 1),
                                "SOPInstanceUID")));
    }

    @Test
    void aQueryWithoutTheKeyAboveIsRefused() throws Exception {
        var said = find("-S", "QueryRetrieveLevel=SERIES", "SeriesInstanceUID");
        assertTrue(said.text().contains("DataSetDoesNotMatchSOPClass"), said.text());
        assertTrue(
                find("-S", "QueryRetrieveLevel=PATIENT", "PatientID")
                        .text()
                        .contains("DataSetDoesNotMatchSOPClass"));
    }

    @Test
    void aKeyThatIsNotMatchedByIsSaid() throws Exception {
        var said = find("-S", "QueryRetrieveLevel=STUDY", "StudyInstanceUID", "Occupation=Fisker");
        assertTrue(said.text().contains("WarningUnsupportedOptionalKeys"), said.text());
        assertTrue(said.text().contains("Find Response: 3"), said.text());
    }

    @Test
    void aStudyIsGiventoWhoGetsIt() throws Exception {
        var out = Files.createDirectory(folder.resolve("got"));
        var arguments =
                Stream.concat(Stream.of("-S", "+B", "-od", out.toString()), Stream.of(STUDY_1))
                        .toArray(String[]::new);
        var said = dcmtk("getscu", arguments);
        assertEquals(0, said.exitCode(), said.text());
        assertEquals(3, files(out).size(), said.text());
        assertTrue(said.text().contains("Number of Completed Suboperations : 3"), said.text());
    }

    @Test
    void aStudyIsMovedToAKnownDestinationAndToNoOther() throws Exception {
        var out = Files.createDirectory(folder.resolve("moved"));
        try (var _ =
                Dcmtk.start(
                        "storescp",
                        moveTo,
                        "-aet",
                        "DEST",
                        "+B",
                        "-od",
                        out.toString(),
                        String.valueOf(moveTo))) {
            var said =
                    dcmtk(
                            "movescu",
                            Stream.concat(Stream.of("-S", "-aem", "DEST"), Stream.of(STUDY_1))
                                    .toArray(String[]::new));
            assertEquals(0, said.exitCode(), said.text());
            assertEquals(3, files(out).size(), said.text());
            assertTrue(said.text().contains("Final Move Response (Success)"), said.text());
        }
        var unknown =
                dcmtk(
                        "movescu",
                        Stream.concat(Stream.of("-S", "-aem", "NOBODY"), Stream.of(STUDY_1))
                                .toArray(String[]::new));
        assertTrue(unknown.text().contains("MoveDestinationUnknown"), unknown.text());
    }

    @Test
    void aDestinationThatIsDownFailsTheMoveAndNothingElse() throws Exception {
        var said =
                dcmtk(
                        "movescu",
                        Stream.concat(Stream.of("-S", "-aem", "DEST"), Stream.of(STUDY_1))
                                .toArray(String[]::new));
        assertTrue(said.text().contains("OutOfResourcesSubOperations"), said.text());
        assertEquals(0, dcmtk("echoscu").exitCode());
    }

    @Test
    void aPatientsStudyIsNotMovedUnderAnotherPatientsNumber() throws Exception {
        var said =
                dcmtk(
                        "getscu",
                        "-P",
                        "-od",
                        folder.toString(),
                        "-k",
                        "QueryRetrieveLevel=STUDY",
                        "-k",
                        "PatientID=P2",
                        "-k",
                        "StudyInstanceUID=" + TestInstances.uid(1));
        assertTrue(said.text().contains("Number of Completed Suboperations : 0"), said.text());
    }

    @Test
    void whatIsSentIsKeptToTheByte() throws Exception {
        var sent = Files.createDirectory(folder.resolve("sent"));
        var files =
                TestInstances.write(
                        sent,
                        List.of(TestInstances.ct("P9", "Ny^Per", 9, 1, 1)),
                        TransferSyntax.IMPLICIT_LITTLE);
        var said = storescu(sent);
        assertEquals(0, said.exitCode(), said.text());
        assertEquals(7, archive.size());
        var kept =
                archive.held(TestInstances.uid(9), Optional.empty(), Optional.empty()).getFirst();
        assertEquals(TransferSyntax.IMPLICIT_LITTLE, kept.syntax());
        assertEquals(
                DicomReader.read(files.getFirst()).dataSet().text(Tag.PATIENT_NAME),
                DicomReader.read(kept.file()).dataSet().text(Tag.PATIENT_NAME));
    }

    private Said storescu(Path sent) throws IOException, InterruptedException {
        return Programs.run(
                Programs.require("storescu").toString(),
                "-v",
                "-xi",
                "-aec",
                "TYDE",
                "--scan-directories",
                "127.0.0.1",
                String.valueOf(server.port()),
                sent.toString());
    }

    @Test
    void anInstanceOfOtherContentUnderAKnownUidIsRefused() throws Exception {
        var sent = Files.createDirectory(folder.resolve("sent"));
        TestInstances.write(
                sent,
                List.of(TestInstances.ct("P1", "Annen^Kari", 1, 1, 1)),
                TransferSyntax.EXPLICIT_LITTLE);
        var said = storescu(sent);
        assertTrue(said.text().contains("0x111"), said.text());
        assertEquals(6, archive.size());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> !f.toString().endsWith(".part")).toList();
        }
    }
}
