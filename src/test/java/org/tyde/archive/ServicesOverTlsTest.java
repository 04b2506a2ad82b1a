package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.Dcmtk;
import org.tyde.dimse.EchoScu;
import org.tyde.dimse.FindLimits;
import org.tyde.dimse.FindScu;
import org.tyde.dimse.GetScu;
import org.tyde.dimse.Kept;
import org.tyde.dimse.MayCome;
import org.tyde.dimse.RetrieveWatch;
import org.tyde.dimse.StoreScu;
import org.tyde.dimse.TestInstances;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.dimse.message.QueryModel;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.tls.TestAuthority;
import org.tyde.tls.TestAuthority.Issued;
import org.tyde.tls.TestAuthority.Wish;
import org.tyde.tls.TlsClient;
import org.tyde.tls.TlsServer;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The services of DIMSE over TLS with certificates of both sides: ours asked by DCMTK's tools, DCMTK's and
/// Orthanc's asked by us.
@Timeout(120)
class ServicesOverTlsTest {
    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(1);
    private TestAuthority hospital = TestAuthority.none();
    private Issued theirs = new Issued(Path.of(""), Path.of(""));
    private Issued ours = theirs;

    @BeforeEach
    void certificates() throws Exception {
        hospital = TestAuthority.in(folder, "hospital");
        theirs = hospital.issue(Wish.of("archive", "DNS:localhost").withKey("rsa:2048"));
        ours = hospital.issue(Wish.of("workstation", "DNS:localhost").withKey("rsa:2048"));
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private List<Outgoing> studies() throws Exception {
        var all = new ArrayList<Outgoing>();
        for (var one : TestInstances.studies())
            all.add(Outgoing.dataSet(one, TransferSyntax.EXPLICIT_LITTLE));
        return all;
    }

    private Programs.Said tool(String program, int port, String... more) throws Exception {
        var command = new ArrayList<>(List.of(Programs.require(program).toString()));
        command.addAll(
                List.of("--enable-tls", theirs.key().toString(), theirs.certificate().toString()));
        command.addAll(List.of("--add-cert-file", hospital.certificate().toString()));
        command.addAll(List.of("-aec", "ARCHIVE"));
        var files = List.of(more).stream().filter(m -> m.startsWith("/")).toList();
        command.addAll(List.of(more).stream().filter(m -> !m.startsWith("/")).toList());
        command.addAll(List.of("localhost", String.valueOf(port)));
        command.addAll(files);
        return Programs.run(command.toArray(String[]::new));
    }

    @Test
    void ourServicesAreUsedByDcmtksTools() throws Exception {
        var tls = TlsServer.of(ours.identity()).demanding(hospital.trust());
        try (var archive = new EmbeddedArchive(folder.resolve("ours"));
                var server =
                        EmbeddedDimse.serve(
                                archive,
                                "ARCHIVE",
                                Listening.loopback("archive", 0).withTls(tls),
                                Titles.ANY,
                                Map.of(),
                                runner)) {
            var said = tool("echoscu", server.port());
            assertEquals(0, said.exitCode(), said.text());
            var one = List.of(TestInstances.studies().getFirst());
            var file = TestInstances.write(folder, one, TransferSyntax.EXPLICIT_LITTLE).getFirst();
            said = tool("storescu", server.port(), file.toAbsolutePath().toString());
            assertEquals(0, said.exitCode(), said.text());
            assertEquals(1, archive.size());
            said =
                    tool(
                            "findscu",
                            server.port(),
                            "-S",
                            "-v",
                            "-k",
                            "QueryRetrieveLevel=STUDY",
                            "-k",
                            "StudyInstanceUID");
            assertEquals(0, said.exitCode(), said.text());
            assertTrue(said.text().contains(TestInstances.uid(1)), said.text());
            var plain =
                    Programs.run(
                            Programs.require("echoscu").toString(),
                            "localhost",
                            String.valueOf(server.port()));
            assertNotEquals(0, plain.exitCode(), "without TLS nobody is answered");
        }
    }

    private TlsClient client() throws Exception {
        return TlsClient.of(hospital.trust()).withIdentity(ours.identity());
    }

    @Test
    void storescpTakesWhatWeSend() throws Exception {
        int port = Dcmtk.freePort();
        var into = Files.createDirectory(folder.resolve("into"));
        try (var _ =
                Dcmtk.start(
                        "storescp",
                        port,
                        "--enable-tls",
                        theirs.key().toString(),
                        theirs.certificate().toString(),
                        "--add-cert-file",
                        hospital.certificate().toString(),
                        "--output-directory",
                        into.toString(),
                        String.valueOf(port))) {
            var peer = Peer.of("storescp", "localhost", port, "STORESCP", "TYDE").withTls(client());
            var all = studies();
            new StoreScu(peer, runner).sendAll(all, JobContext.NONE);
            try (var files = Files.list(into)) {
                assertEquals(all.size(), files.count());
            }
        }
    }

    @Test
    void orthancsServicesAreUsedByUs() throws Exception {
        int port = Dcmtk.freePort();
        var settings =
                Files.writeString(
                        folder.resolve("orthanc.json"),
                        """
                        {"StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db", "Plugins": [],
                         "HttpServerEnabled": false, "DicomServerEnabled": true, "DicomAet": "ORTHANC",
                         "DicomPort": %2$d, "TcpNoDelay": true, "DicomAlwaysAllowGet": true,
                         "DicomAlwaysAllowFind": true, "DicomTlsEnabled": true,
                         "DicomTlsCertificate": "%3$s", "DicomTlsPrivateKey": "%4$s",
                         "DicomTlsTrustedCertificates": "%5$s"}
                        """
                                .formatted(
                                        folder,
                                        port,
                                        theirs.certificate(),
                                        theirs.key(),
                                        hospital.certificate()));
        try (var _ = Dcmtk.start("Orthanc", port, settings.toString())) {
            var peer = Peer.of("orthanc", "localhost", port, "ORTHANC", "TYDE").withTls(client());
            new EchoScu(peer, runner).echo(JobContext.NONE);
            new StoreScu(peer, runner).sendAll(studies(), JobContext.NONE);
            var keys =
                    DataSet.builder()
                            .text(Tag.PATIENT_ID, "P1")
                            .text(Tag.STUDY_INSTANCE_UID, "")
                            .build();
            var query = new Query(QueryModel.STUDY_ROOT, QueryLevel.STUDY, keys);
            var found = new FindScu(peer, runner).find(query, FindLimits.ALL, JobContext.NONE);
            assertEquals(2, found.found().size());
            var kept = new Kept();
            new GetScu(peer, runner, Duration.ofSeconds(20))
                    .get(
                            Query.study(TestInstances.uid(1)),
                            MayCome.ANYTHING,
                            kept,
                            RetrieveWatch.NONE,
                            JobContext.NONE)
                    .required();
            assertEquals(3, kept.size());
        }
    }
}
