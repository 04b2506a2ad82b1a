package org.tyde.archive.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dicom.Tag.SERIES_INSTANCE_UID;
import static org.tyde.dicom.Tag.SOP_INSTANCE_UID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.access.SignIns;
import org.tyde.archive.ArchiveReason;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.EmbeddedDimse;
import org.tyde.archive.Eye;
import org.tyde.archive.NodeSource;
import org.tyde.archive.OrthancServer;
import org.tyde.archive.RegionalArchive;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.TestStudies;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dimse.MoveInbox;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.StorageService;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Life;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.DimseAddress;
import org.tyde.settings.Login;
import org.tyde.settings.NodeLimits;
import org.tyde.settings.RetrieveMethod;
import org.tyde.settings.Secrets;
import org.tyde.settings.TlsFiles;
import org.tyde.settings.WebAddress;
import org.tyde.store.Cache;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One archive by DICOMweb, by DIMSE, and by the one where the other fails.
class NodesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Secrets NO_SECRETS =
            new Secrets() {
                @Override
                public Kind kind() {
                    return Kind.LOCKED_FILE;
                }

                @Override
                public Optional<char[]> read(String name) {
                    return Optional.empty();
                }

                @Override
                public void write(String name, char[] secret) {}

                @Override
                public void delete(String name) {}
            };

    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(2);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final MoveInbox inbox = new MoveInbox("TYDE", MoveInbox.NOTHING_PUSHED);
    private Optional<TestStudies.Made> made = Optional.empty();
    private Optional<Cache> cache = Optional.empty();
    private Optional<EmbeddedArchive> held = Optional.empty();
    private int web;
    private int dimse;

    @BeforeEach
    void serve() throws Exception {
        var archive = keep(new EmbeddedArchive(folder.resolve("archive")));
        held = Optional.of(archive);
        made =
                Optional.of(
                        TestStudies.ct(
                                PersonName.of("Ødegård", "Åse"),
                                "42856098765",
                                LocalDate.of(2026, 3, 14),
                                "CHEST",
                                3,
                                12,
                                16));
        for (var one : study().instances()) archive.put(one, TransferSyntax.EXPLICIT_LITTLE);
        web = archive.serve(0, runner).port();
        var ours =
                keep(
                        DimseServer.start(
                                Listening.loopback("tyde", 0),
                                Titles.calledAs("TYDE"),
                                List.of(new StorageService(inbox)),
                                runner));
        dimse =
                keep(EmbeddedDimse.serve(
                                archive,
                                "ARCHIVE",
                                Listening.loopback("archive", 0),
                                Titles.ANY,
                                Map.of(
                                        "TYDE",
                                        Peer.of(
                                                "tyde",
                                                "127.0.0.1",
                                                ours.port(),
                                                "TYDE",
                                                "ARCHIVE")),
                                runner))
                        .port();
        cache = Optional.of(keep(Cache.open(folder.resolve("cache"), runner)));
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open.reversed()) one.close();
        runner.close();
    }

    private <T extends AutoCloseable> T keep(T one) {
        open.add(one);
        return one;
    }

    @Test
    void aReportIsReadWholeAlsoWhereTheListHasItsFlagsAlone() throws Exception {
        var image = study().instances().getFirst();
        var report =
                StructuredReport.write(
                        new ReportDocument(
                                "2.25.777",
                                study().studyUid(),
                                Concepts.titleOf("CT"),
                                DocumentState.AWAITING,
                                Optional.of(TODAY.atTime(2, 40)),
                                Optional.empty(),
                                List.of(),
                                Life.awaiting(Awaits.COUNTERSIGNATURE),
                                List.of(
                                        new DocumentSection(
                                                Concepts.FINDINGS, "Knute.", List.of())),
                                List.of(),
                                List.of(),
                                List.of()),
                        image);
        archive().put(report, TransferSyntax.EXPLICIT_LITTLE);
        var series = report.textOr(Tag.SERIES_INSTANCE_UID, "");
        for (var one :
                List.of(
                        node(web, 0, RetrieveMethod.WADO_RS),
                        node(0, dimse, RetrieveMethod.C_GET),
                        node(0, dimse, RetrieveMethod.C_MOVE))) {
            var whole = one.documents(study().studyUid(), series);
            assertEquals(1, whole.size());
            var read = ReadDocument.of(whole.getFirst());
            assertEquals(Optional.of(Awaits.COUNTERSIGNATURE), read.life().awaits());
            assertEquals(List.of(), cache.orElseThrow().index().reports(), "kept nowhere");
        }
    }

    private EmbeddedArchive archive() {
        return held.orElseThrow();
    }

    private TestStudies.Made study() {
        return made.orElseThrow();
    }

    private NodeSource node(int webPort, int dimsePort, RetrieveMethod... order) throws Refusal {
        var address =
                new WebAddress(
                        URI.create("http://127.0.0.1:" + webPort + "/dicom-web"),
                        Login.NONE,
                        Optional.empty());
        var node =
                new ArchiveNode(
                        "regional",
                        webPort == 0 ? Optional.empty() : Optional.of(address),
                        dimsePort == 0
                                ? Optional.empty()
                                : Optional.of(
                                        new DimseAddress("127.0.0.1", dimsePort, "ARCHIVE", false)),
                        TlsFiles.USUAL,
                        List.of(order),
                        NodeLimits.USUAL);
        var nodes =
                new Nodes(
                        "TYDE",
                        Optional.of(inbox),
                        NO_SECRETS,
                        new SignIns(NO_SECRETS, runner),
                        cache.orElseThrow(),
                        runner);
        return keep(nodes.open(node));
    }

    private void assertWorks(NodeSource source) throws Exception {
        for (var typed : List.of("ødegård", "åse", "428560 98765", "14.3.26", "ct"))
            assertEquals(
                    List.of(study().studyUid()),
                    source.find(StudyQuery.parse(typed, TODAY)).stream().map(Study::uid).toList(),
                    typed);
        assertEquals(List.of(), source.find(StudyQuery.parse("hansen", TODAY)));
        var series = source.series(study().studyUid());
        assertEquals(study().seriesUids(), series.stream().map(s -> s.uid()).toList());
        assertEquals(12, source.instances(study().studyUid(), series.getFirst().uid()).size());
        assertTrue(source.retrieve(study().studyUid()).job().await().complete());
        held(36);
    }

    private void held(int count) throws Exception {
        var here = cache.orElseThrow();
        here.flush();
        assertEquals(count, here.index().ofStudy(study().studyUid()).size());
        for (var one : here.index().ofStudy(study().studyUid()))
            assertTrue(here.blobs().intact(one.blob()));
    }

    @Test
    void anArchiveThatSpeaksDicomwebOnly() throws Exception {
        assertWorks(node(web, 0, RetrieveMethod.WADO_RS));
    }

    @Test
    void anArchiveThatSpeaksDimseOnlyByGet() throws Exception {
        assertWorks(node(0, dimse, RetrieveMethod.C_GET));
    }

    @Test
    void anArchiveThatSpeaksDimseOnlyByMove() throws Exception {
        assertWorks(node(0, dimse, RetrieveMethod.C_MOVE));
    }

    @Test
    void searchedByWebAndFetchedByGet() throws Exception {
        assertWorks(node(web, dimse, RetrieveMethod.C_GET));
    }

    @Test
    void whereTheFirstWayFailsTheNextIsTakenAndThatIsSaid() throws Exception {
        var source = node(1, dimse, RetrieveMethod.WADO_RS, RetrieveMethod.C_GET);
        assertWorks(source);
        var state = new RegionalArchive(List.of(source), runner).states().getFirst();
        var detour = state.detour().orElseThrow();
        assertEquals(ArchiveReason.OTHER_WAY, detour.reason());
        assertTrue(detour.getMessage().contains("C-GET"), detour.getMessage());
        assertTrue(state.failure().isEmpty(), "it answers");
    }

    @Test
    void whereGetFailsInstancesAreMoved() throws Exception {
        var source = node(0, dimse, RetrieveMethod.C_MOVE, RetrieveMethod.C_GET);
        assertWorks(source);
    }

    @Test
    void withoutAPortAnArchiveThatOnlyMovesIsRefused() {
        var node =
                ArchiveNode.of(
                        "regional",
                        Optional.empty(),
                        Optional.of(new DimseAddress("127.0.0.1", dimse, "ARCHIVE", false)));
        var moving =
                new ArchiveNode(
                        node.name(),
                        node.web(),
                        node.dimse(),
                        node.tls(),
                        List.of(RetrieveMethod.C_MOVE),
                        node.limits());
        var nodes =
                new Nodes(
                        "TYDE",
                        Optional.empty(),
                        NO_SECRETS,
                        new SignIns(NO_SECRETS, runner),
                        cache.orElseThrow(),
                        runner);
        try (var source = nodes.open(moving)) {
            var refusal = assertThrows(Refusal.class, () -> source.find(StudyQuery.ANY));
            assertEquals(ArchiveReason.NO_PORT_FOR_MOVES, refusal.reason());
        }
    }

    @Test
    void aCertificateThatIsMissingIsTheArchivesFailureAndNotTheStarts() throws Exception {
        var there = ArchiveNode.web("Region", URI.create("https://127.0.0.1:1/web"));
        var node =
                new ArchiveNode(
                        there.name(),
                        there.web(),
                        there.dimse(),
                        new TlsFiles(
                                Optional.of(folder.resolve("absent.pem")),
                                Optional.empty(),
                                Optional.empty()),
                        there.retrieve(),
                        there.limits());
        var nodes =
                new Nodes(
                        "TYDE",
                        Optional.empty(),
                        NO_SECRETS,
                        new SignIns(NO_SECRETS, runner),
                        cache.orElseThrow(),
                        runner);
        try (var source = nodes.open(node)) {
            for (int i = 0; i < 2; i++) {
                var refusal = assertThrows(Refusal.class, () -> source.find(StudyQuery.ANY));
                assertTrue(refusal.getMessage().contains("absent.pem"), () -> refusal.getMessage());
            }
        }
    }

    @Test
    void aStudyIsTakenUpWhereItWasLeftByDimseToo() throws Exception {
        var here = cache.orElseThrow();
        for (var one : study().instances().subList(0, 20))
            here.accept(new java.io.ByteArrayInputStream(Cache.part10(one)));
        var retrieval = node(0, dimse, RetrieveMethod.C_GET).retrieve(study().studyUid());
        assertTrue(retrieval.job().await().complete());
        held(36);
        assertTrue(retrieval.bytes() < 16 * 3000, "only what was missing: " + retrieval.bytes());
    }

    @Test
    void theEyeIsFollowedByDimseToo() throws Exception {
        var retrieval = node(0, dimse, RetrieveMethod.C_GET).retrieve(study().studyUid());
        var image = study().instances().get(30);
        retrieval.look(
                List.of(
                        new Eye(
                                image.textOr(SERIES_INSTANCE_UID, ""),
                                Optional.of(image.textOr(SOP_INSTANCE_UID, "")))));
        assertTrue(retrieval.job().await().complete());
        held(36);
    }

    @Test
    void whatIsSentByDimseIsFoundAgain() throws Exception {
        var source = node(0, dimse, RetrieveMethod.C_GET);
        var more =
                study().instances().getFirst().toBuilder()
                        .text(SOP_INSTANCE_UID, Uids.create())
                        .build();
        source.sendDataSets(List.of(more));
        source.send(
                study().writeTo(Files.createDirectories(folder.resolve("files"))).subList(0, 2));
        assertEquals(
                13, source.instances(study().studyUid(), study().seriesUids().getFirst()).size());
    }

    @Test
    void orthancIsSearchedAndFetchedFromByDimse() throws Exception {
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"))) {
            for (var file : study().writeTo(Files.createDirectories(folder.resolve("files"))))
                assertTrue(orthanc.load(file));
            assertWorks(node(0, orthanc.dicomPort(), RetrieveMethod.C_GET));
        }
    }

    @Test
    void orthancIsFetchedFromByDimseWhereItsWebAddressIsWrong() throws Exception {
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"))) {
            for (var file : study().writeTo(Files.createDirectories(folder.resolve("files"))))
                assertTrue(orthanc.load(file));
            assertWorks(node(1, orthanc.dicomPort(), RetrieveMethod.WADO_RS, RetrieveMethod.C_GET));
        }
    }
}
