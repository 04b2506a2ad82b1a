package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dicom.Tag.*;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Uids;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dicomweb.Endpoint;
import org.tyde.dicomweb.QidoQuery;
import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the client does holds against every archive: ours and Orthanc.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ArchiveContract {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PersonName AASE = PersonName.of("Ødegård", "Åse");

    private Path folder;
    private final JobRunner runner = new JobRunner(2);
    private TestStudies.Made chest;
    private TestStudies.Made knee;
    private TestStudies.Made other;
    private DicomwebClient client;
    private Running running;

    /// A server that runs.
    record Running(Endpoint endpoint, AutoCloseable server) {}

    abstract Running start(Path folder) throws Exception;

    @BeforeAll
    void fill(@TempDir Path temporary) throws Exception {
        folder = temporary;
        running = start(Files.createDirectories(folder.resolve("archive")));
        client = new DicomwebClient(running.endpoint(), runner);
        chest = TestStudies.ct(AASE, "42856098765", LocalDate.of(2026, 3, 14), "CHEST", 3, 7, 16);
        knee =
                TestStudies.make(
                        AASE,
                        "42856098765",
                        LocalDate.of(2025, 12, 24),
                        "DX",
                        "RG kne",
                        "KNEE",
                        1,
                        2,
                        8);
        other =
                TestStudies.ct(
                        PersonName.of("Hansen", "Kari"), "41857012345", TODAY, "HEAD", 1, 3, 8);
        var files = Files.createDirectories(folder.resolve("files"));
        for (var made : List.of(chest, knee, other)) source(files).send(made.writeTo(files));
    }

    @AfterAll
    void end() throws Exception {
        client.close();
        running.server().close();
        runner.close();
    }

    private NodeSource source(Path shelf) {
        return TestNodes.web(client, new TestShelf(shelf), runner);
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "shelf");
    }

    private String name(String studyUid) {
        return studyUid.equals(chest.studyUid())
                ? "chest"
                : studyUid.equals(knee.studyUid())
                        ? "knee"
                        : studyUid.equals(other.studyUid()) ? "other" : "?";
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',                  other chest knee
                    ødegård,             chest knee
                    ØDEGÅRD,             chest knee
                    degår,               chest knee
                    åse ødegård,         chest knee
                    'Ødegård, Åse',      chest knee
                    hansen,              other
                    kari,                other
                    olsen,               ''
                    428560 98765,        chest knee
                    428560,              chest knee
                    A41857012345,        other
                    i dag,               other
                    14.3.26,             chest
                    24122025,            knee
                    1.12.25-14.3.26,     chest knee
                    -1d,                 other
                    ct,                  other chest
                    røntgen,             knee
                    rtg ødegård,         knee
                    mr,                  ''
                    """)
    void studiesAreFoundByWhatIsTyped(String typed, String expected) throws Exception {
        var found =
                source(fresh()).find(StudyQuery.parse(typed, TODAY)).stream()
                        .map(s -> name(s.uid()))
                        .collect(Collectors.joining(" "));
        assertEquals(expected, found);
    }

    @Test
    void aStudyIsListedWithWhatTheWorklistShows() throws Exception {
        var study = source(fresh()).find(StudyQuery.parse("14.3.26", TODAY)).getFirst();
        assertEquals("ØDEGÅRD, Åse", study.patient().displayName());
        assertEquals("42856098765", study.patient().id().value());
        assertEquals(LocalDate.of(1960, 5, 2), study.patient().birthDate().orElseThrow());
        assertEquals("A42856098765", study.accession());
        assertEquals("CT CHEST", study.description());
        assertEquals(Set.of("CT"), study.modalities());
        assertEquals(3, study.seriesCount());
        assertEquals(21, study.instanceCount());
    }

    @Test
    void pagesDoNotOverlap() throws Exception {
        var source = source(fresh());
        var seen = new HashSet<String>();
        for (int i = 0; i < 3; i++) {
            var page = source.find(StudyQuery.ANY.page(1, i));
            assertEquals(1, page.size());
            assertTrue(seen.add(page.getFirst().uid()));
        }
        assertEquals(List.of(), source.find(StudyQuery.ANY.page(1, 3)));
    }

    @Test
    void seriesComeByNumberWithTheirCounts() throws Exception {
        var series = source(fresh()).series(chest.studyUid());
        assertEquals(chest.seriesUids(), series.stream().map(s -> s.uid()).toList());
        for (var one : series) assertEquals(7, one.instanceCount());
        assertEquals("serie 1", series.getFirst().description());
    }

    @Test
    void headersComeWithoutPixels() throws Exception {
        var headers = source(fresh()).instances(chest.studyUid(), chest.seriesUids().getFirst());
        assertEquals(7, headers.size());
        for (var header : headers) {
            assertEquals(16, header.integer(ROWS).orElseThrow());
            assertEquals(
                    "Ødegård", header.personName(PATIENT_NAME).orElseThrow().alphabetic().family());
            assertArrayEquals(new double[] {0.7, 0.7}, header.decimals(PIXEL_SPACING));
        }
    }

    @Test
    void aStudyIsFetchedWholeAndBitForBit() throws Exception {
        var shelf = new TestShelf(fresh());
        var retrieval = TestNodes.web(client, shelf, runner).retrieve(chest.studyUid());
        var told = new ArrayList<Instance>();
        retrieval.onInstance(
                i -> {
                    synchronized (told) {
                        told.add(i);
                    }
                });
        var completeness = retrieval.job().await();
        assertEquals(new Completeness(21, 21, Completeness.State.COMPLETE), completeness);
        assertEquals(21, told.size());
        assertEquals(21, retrieval.job().progress().done());
        assertTrue(retrieval.rate().instancesPerSecond() > 0);
        for (var sent : chest.instances()) {
            var got = shelf.read(sent.textOr(SOP_INSTANCE_UID, ""));
            assertArrayEquals(
                    sent.bulk(PIXEL_DATA).orElseThrow().all(),
                    got.bulk(PIXEL_DATA).orElseThrow().all());
        }
        assertEquals(0, shelf.halves());
    }

    @Test
    void onlyWhatIsMissingIsFetchedAgain() throws Exception {
        var shelf = new TestShelf(fresh());
        var source = TestNodes.web(client, shelf, runner);
        source.retrieve(chest.studyUid()).job().await();
        shelf.remove(chest.instances().get(4).textOr(SOP_INSTANCE_UID, ""));
        shelf.remove(chest.instances().get(20).textOr(SOP_INSTANCE_UID, ""));
        var again = source.retrieve(chest.studyUid());
        assertTrue(again.job().await().complete());
        assertEquals(21, shelf.size());
        assertTrue(again.rate().bytesPerSecond() * 10 > 0);
    }

    @Test
    void framesComeAsStored() throws Exception {
        var one = other.instances().getFirst();
        var frames = new ArrayList<byte[]>();
        client.wado()
                .frames(
                        other.studyUid(),
                        other.seriesUids().getFirst(),
                        one.textOr(SOP_INSTANCE_UID, ""),
                        new int[] {1},
                        (_, _, in) -> frames.add(in.readAllBytes()),
                        JobContext.NONE);
        assertEquals(1, frames.size());
        assertArrayEquals(one.bulk(PIXEL_DATA).orElseThrow().all(), frames.getFirst());
    }

    @Test
    void aReportSentBackIsFoundAgain() throws Exception {
        var uid = Uids.create();
        var series = Uids.create();
        var knees = knee.instances().getFirst();
        var report =
                DataSet.builder()
                        .text(SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                        .text(SOP_CLASS_UID, SopClass.ENHANCED_SR_STORAGE)
                        .text(SOP_INSTANCE_UID, uid)
                        .text(STUDY_INSTANCE_UID, knee.studyUid())
                        .text(SERIES_INSTANCE_UID, series)
                        .text(PATIENT_ID, knees.textOr(PATIENT_ID, ""))
                        .personName(PATIENT_NAME, AASE)
                        .date(STUDY_DATE, LocalDate.of(2025, 12, 24))
                        .text(STUDY_TIME, "101500")
                        .text(ACCESSION_NUMBER, knees.textOr(ACCESSION_NUMBER, ""))
                        .text(MODALITY, "SR")
                        .integer(SERIES_NUMBER, 99)
                        .integer(INSTANCE_NUMBER, 1)
                        .text(VALUE_TYPE, "CONTAINER")
                        .build();
        var source = source(fresh());
        source.sendDataSets(List.of(report));
        source.sendDataSets(List.of(report)); // again is harmless
        var found = source.series(knee.studyUid()).stream().filter(s -> s.uid().equals(series));
        assertEquals("SR", found.findFirst().orElseThrow().modality());
        var shelf = new TestShelf(fresh());
        TestNodes.web(client, shelf, runner).retrieve(knee.studyUid()).job().await();
        assertEquals("CONTAINER", shelf.read(uid).textOr(VALUE_TYPE, ""));
    }

    @Test
    void aFileThatIsNoDicomIsRefusedByName() throws Exception {
        var file = Files.writeString(fresh().resolve("x.dcm"), "no DICOM at all");
        var refusal = assertThrows(Refusal.class, () -> source(fresh()).send(List.of(file)));
        assertTrue(
                Set.of(DicomwebReason.NOT_STORED, DicomwebReason.REFUSED_THERE)
                        .contains(refusal.reason()),
                refusal.getMessage());
    }

    @Test
    void aStudyThatIsNotThereIsSaidSo() throws Exception {
        var retrieval = source(fresh()).retrieve("1.2.3.4");
        var refusal = assertThrows(Refusal.class, () -> retrieval.job().await());
        assertTrue(
                Set.of(ArchiveReason.STUDY_NOWHERE, DicomwebReason.NOT_FOUND)
                        .contains(refusal.reason()),
                refusal.getMessage());
    }

    @Test
    void attributesAskedForAreInTheAnswer() throws Exception {
        var query =
                QidoQuery.ALL
                        .with(STUDY_INSTANCE_UID, chest.studyUid())
                        .including(STUDY_DESCRIPTION);
        var found = client.qido().studies(query, JobContext.NONE);
        assertEquals(1, found.size());
        assertEquals("CT CHEST", found.getFirst().textOr(STUDY_DESCRIPTION, ""));
        var numbers = new TreeSet<Integer>();
        for (var one :
                client.qido()
                        .instances(
                                chest.studyUid(),
                                chest.seriesUids().get(1),
                                QidoQuery.ALL,
                                JobContext.NONE))
            Arrays.stream(one.integers(INSTANCE_NUMBER)).forEach(numbers::add);
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7), numbers);
    }
}
