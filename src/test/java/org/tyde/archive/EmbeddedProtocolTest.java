package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dicom.Tag.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dicomweb.DicomwebServer;
import org.tyde.dicomweb.MediaType;
import org.tyde.dicomweb.MultipartBody;
import org.tyde.dicomweb.MultipartReader;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// What our server answers, byte by byte, to a client that is not ours (PS3.18 8 and 10).
class EmbeddedProtocolTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedArchive archive;
    private DicomwebServer server;
    private TestStudies.Made study;
    private String instance;

    @BeforeEach
    void open() throws Exception {
        archive = new EmbeddedArchive(folder.resolve("archive"));
        study =
                TestStudies.ct(
                        PersonName.of("Test", "T"),
                        "1",
                        LocalDate.of(2026, 1, 2),
                        "CHEST",
                        1,
                        3,
                        64);
        archive.put(study.instances().get(0), TransferSyntax.EXPLICIT_LITTLE);
        archive.put(study.instances().get(1), TransferSyntax.IMPLICIT_LITTLE);
        archive.put(study.instances().get(2), TransferSyntax.EXPLICIT_BIG);
        server = archive.serve(0, runner);
        instance =
                "studies/%s/series/%s/instances/%s"
                        .formatted(
                                study.studyUid(),
                                study.seriesUids().getFirst(),
                                study.instances().getFirst().textOr(SOP_INSTANCE_UID, ""));
    }

    @AfterEach
    void close() {
        archive.close();
        http.shutdownNow();
        runner.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create(
                        server.base()
                                + "/"
                                + path.replace("STUDY", study.studyUid())
                                        .replace("INSTANCE", instance)));
    }

    private HttpResponse<byte[]> get(String path, String accept) throws Exception {
        return http.send(
                request(path).header("Accept", accept).build(), BodyHandlers.ofByteArray());
    }

    private JsonNode json(String path) throws Exception {
        var answer = get(path, "application/dicom+json");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/dicom+json", answer.headers().firstValue("Content-Type").orElse(""));
        return new ObjectMapper().readTree(answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # path,                          accept,                                             status
                    studies,                         application/dicom+json,                             200
                    studies,                         application/json,                                   200
                    studies,                         */*,                                                200
                    studies,                         application/dicom+xml,                              406
                    studies?PatientID=nobody,        application/dicom+json,                             204
                    studies?NoSuchThing=1,           application/dicom+json,                             400
                    studies?limit=x,                 application/dicom+json,                             400
                    studies/1.2.3/series,            application/dicom+json,                             204
                    studies/STUDY,                   multipart/related; type="application/dicom",        200
                    studies/STUDY,                   image/png,                                          406
                    studies/1.2.3,                   */*,                                                404
                    studies/STUDY/metadata,          application/dicom+json,                             200
                    studies/STUDY/metadata,          image/png,                                          406
                    studies/1.2.3/metadata,          application/dicom+json,                             404
                    INSTANCE/frames/1,               multipart/related; type="application/octet-stream", 200
                    INSTANCE/frames/2,               multipart/related; type="application/octet-stream", 404
                    INSTANCE/frames/0,               */*,                                                400
                    INSTANCE/frames/x,               */*,                                                400
                    INSTANCE/bulkdata/7FE00010,      */*,                                                200
                    INSTANCE/bulkdata/00090001,      */*,                                                404
                    INSTANCE/bulkdata/zz,            */*,                                                404
                    nothing,                         */*,                                                404
                    studies/STUDY/thing,             */*,                                                404
                    '../../etc/passwd',              */*,                                                404
                    """)
    void everyRequestHasItsStatus(String path, String accept, int status) throws Exception {
        assertEquals(status, get(path, accept).statusCode());
    }

    @Test
    void anotherMethodIsNotAllowed() throws Exception {
        var answer = http.send(request("studies").DELETE().build(), BodyHandlers.discarding());
        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD, POST", answer.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void theServerIsReachedOnLoopbackOnlyAndByNoOtherName() throws Exception {
        assertEquals("127.0.0.1", server.base().getHost());
        assertEquals("HTTP/1.1 403 Forbidden", statusLineFor("evil.example:" + server.port()));
        assertEquals("HTTP/1.1 200 OK", statusLineFor("localhost:" + server.port()));
    }

    private String statusLineFor(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var request =
                    "GET /dicom-web/studies HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    @Test
    void withoutAWordOnSyntaxNativeInstancesComeAsExplicitLittleEndian() throws Exception {
        var answer = get("studies/STUDY", "multipart/related; type=\"application/dicom\"");
        var type =
                MediaType.parse(answer.headers().firstValue("Content-Type").orElseThrow())
                        .orElseThrow();
        assertEquals("multipart/related", type.essence());
        assertEquals("application/dicom", type.parameter("type").orElseThrow());
        var reader =
                new MultipartReader(
                        "ours",
                        new ByteArrayInputStream(answer.body()),
                        type.parameter("boundary").orElseThrow());
        int count = 0;
        for (var part = reader.next(); part.isPresent(); part = reader.next(), count++) {
            assertEquals(
                    "1.2.840.10008.1.2.1",
                    part.get().type().orElseThrow().parameter("transfer-syntax").orElseThrow());
            var read = DicomReader.read(part.get().body().readAllBytes());
            assertEquals(TransferSyntax.EXPLICIT_LITTLE, read.transferSyntax());
            assertEquals(8192, read.dataSet().bulk(PIXEL_DATA).orElseThrow().length());
        }
        assertEquals(3, count);
    }

    @Test
    void metadataNamesItsBulkDataAndThatIsThere() throws Exception {
        var metadata = json("INSTANCE/metadata");
        var uri = metadata.get(0).get("7FE00010").get("BulkDataURI").asText();
        assertTrue(uri.startsWith(server.base().toString()), uri);
        var answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(uri)).build(),
                        BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().length > 8192);
    }

    @Test
    void anAnswerHoldsTheUsualAttributesAndThoseAskedFor() throws Exception {
        var plain = json("studies").get(0);
        assertTrue(plain.has("0020000D") && plain.has("00100020") && plain.has("00201208"));
        assertFalse(plain.has("00081030"));
        assertTrue(json("studies?includefield=StudyDescription").get(0).has("00081030"));
        assertTrue(json("studies?includefield=all").get(0).has("00081030"));
        assertEquals("3", plain.get("00201208").get("Value").get(0).asText());
        assertTrue(plain.get("00081190").get("Value").get(0).asText().endsWith(study.studyUid()));
    }

    @Test
    void moreThanTheLimitIsAnnounced() throws Exception {
        var answer = get("instances?limit=2", "application/dicom+json");
        assertTrue(answer.headers().firstValue("Warning").orElse("").contains("1 additional"));
        assertEquals(2, new ObjectMapper().readTree(answer.body()).size());
        assertEquals(1, json("instances?limit=2&offset=2").size());
    }

    private HttpResponse<byte[]> store(String path, List<byte[]> parts) throws Exception {
        var body =
                new MultipartBody(
                        MediaType.DICOM,
                        parts.stream()
                                .map(p -> MultipartBody.Piece.of(MediaType.DICOM, p))
                                .toList());
        var request =
                request(path)
                        .header("Content-Type", body.type().toString())
                        .header("Accept", "application/dicom+json")
                        .POST(BodyPublishers.ofInputStream(body::open));
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] file(int number) throws IOException {
        var made =
                TestStudies.ct(
                        PersonName.of("N", "N"),
                        "n",
                        LocalDate.of(2026, 2, number),
                        "HEAD",
                        1,
                        1,
                        4);
        return DicomWriter.toBytes(made.instances().getFirst(), TransferSyntax.EXPLICIT_LITTLE);
    }

    @Test
    void storingTellsEachSuccessAndFailure() throws Exception {
        var none = "no DICOM".getBytes(StandardCharsets.US_ASCII);
        assertEquals(200, store("studies", List.of(file(1), file(2))).statusCode());
        var some = store("studies", List.of(file(3), none));
        assertEquals(202, some.statusCode());
        var answer = new ObjectMapper().readTree(some.body());
        assertEquals(1, answer.get("00081199").get("Value").size());
        assertEquals(1, answer.get("00081198").get("Value").size());
        assertEquals(409, store("studies", List.of(none)).statusCode());
        assertEquals(409, store("studies/1.2.3", List.of(file(4))).statusCode());
        assertEquals(400, store("studies", List.of()).statusCode());
        assertEquals(6, archive.size());
    }

    @Test
    void otherContentUnderAHeldUidIsRefused() throws Exception {
        var held = study.instances().getFirst();
        var same = DicomWriter.toBytes(held, TransferSyntax.EXPLICIT_LITTLE);
        assertEquals(200, store("studies", List.of(same)).statusCode());
        var other =
                DicomWriter.toBytes(
                        held.toBuilder().text(STUDY_DESCRIPTION, "other").build(),
                        TransferSyntax.EXPLICIT_LITTLE);
        var answer = store("studies", List.of(other));
        assertEquals(409, answer.statusCode());
        var failure =
                new ObjectMapper().readTree(answer.body()).get("00081198").get("Value").get(0);
        assertEquals(0x0111, failure.get("00081197").get("Value").get(0).asInt());
    }

    @Test
    void aBrokenStoreLeavesNothingHalf() throws Exception {
        var request =
                request("studies")
                        .header(
                                "Content-Type",
                                "multipart/related; type=\"application/dicom\"; boundary=b")
                        .POST(BodyPublishers.ofString("--b\r\n\r\nhalf of a"));
        assertEquals(400, http.send(request.build(), BodyHandlers.discarding()).statusCode());
        var wrong = request("studies").header("Content-Type", "text/plain");
        assertEquals(
                415,
                http.send(
                                wrong.POST(BodyPublishers.ofString("x")).build(),
                                BodyHandlers.discarding())
                        .statusCode());
        try (var files = Files.list(folder.resolve("archive"))) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void whatLiesInTheFolderIsServedAfterARestart() throws Exception {
        archive.close();
        Files.writeString(folder.resolve("archive/readme.txt"), "no DICOM");
        Files.writeString(folder.resolve("archive/x.part"), "left by a crash");
        archive = new EmbeddedArchive(folder.resolve("archive"));
        server = archive.serve(0, runner);
        assertEquals(3, archive.size());
        assertFalse(Files.exists(folder.resolve("archive/x.part")));
        assertEquals(1, json("studies").size());
    }
}
