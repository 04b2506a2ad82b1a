package org.tyde.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.StorageService;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/// No byte of a data set changes on the way, and what is not accepted is named, not converted.
@Timeout(60)
class UntouchedTest {
    private final JobRunner runner = new JobRunner(1);

    @TempDir Path folder = Path.of("");

    @AfterEach
    void stop() {
        runner.close();
    }

    static Stream<TransferSyntax> syntaxes() {
        return TransferSyntax.all().stream().filter(s -> !s.name().startsWith("JPIP"));
    }

    /// Fragments that no decoder would take: nobody on the way may look into them.
    private static DataSet instance(TransferSyntax syntax) {
        var plain = TestInstances.ct("P1", "Bjørnstad^Åse", 1, 1, 1);
        if (!syntax.encapsulated()) return plain;
        var noise = new byte[70_001];
        new Random(7).nextBytes(noise);
        return plain.toBuilder()
                .fragments(Tag.PIXEL_DATA, List.of(BulkData.of(noise), BulkData.of(noise)))
                .build();
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void theDataSetArrivesToTheByteInEverySyntax(TransferSyntax syntax) throws Exception {
        var file = folder.resolve("sent.dcm");
        DicomWriter.write(file, instance(syntax), syntax);
        var came = new ByteArrayOutputStream();
        try (var port =
                DimseServer.start(
                        Listening.loopback("tyde", 0),
                        Titles.ANY,
                        List.of(
                                new StorageService(
                                        (_, partTen) -> {
                                            came.writeBytes(partTen.readAllBytes());
                                            return Status.SUCCESS;
                                        })),
                        runner)) {
            var peer = Peer.of("tyde", "127.0.0.1", port.port(), "TYDE", "TEST");
            new StoreScu(peer, runner).sendAll(List.of(Outgoing.file(file)), JobContext.NONE);
        }
        var read = DicomReader.read(came.toByteArray());
        assertEquals(syntax, read.transferSyntax());
        assertEquals(List.of(), read.warnings());
        assertEquals(
                TestInstances.uid(1, 1, 1),
                read.meta().textOr(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, ""));
        assertArrayEquals(dataSet(file), tail(came.toByteArray(), dataSet(file).length));
    }

    private static byte[] dataSet(Path file) throws Exception {
        int from = (int) DicomReader.readSendable(file).dataSet();
        var all = Files.readAllBytes(file);
        return Arrays.copyOfRange(all, from, all.length);
    }

    private static byte[] tail(byte[] all, int length) {
        return Arrays.copyOfRange(all, all.length - length, all.length);
    }

    @Test
    void aSyntaxThatIsNotAcceptedIsNamedAndTheRestIsSent() throws Exception {
        var out = Files.createDirectory(folder.resolve("out"));
        int port = Dcmtk.freePort();
        var plain =
                Outgoing.dataSet(
                        instance(TransferSyntax.EXPLICIT_LITTLE), TransferSyntax.EXPLICIT_LITTLE);
        var compressed =
                Outgoing.dataSet(
                        instance(TransferSyntax.JPEG_2000_LOSSLESS),
                        TransferSyntax.JPEG_2000_LOSSLESS);
        try (var storescp =
                Dcmtk.start("storescp", port, "+B", "-od", out.toString(), String.valueOf(port))) {
            var scu = new StoreScu(storescp.peer("SCP"), runner);
            var results = scu.send(List.of(compressed, plain), _ -> {}, JobContext.NONE);
            assertEquals(DimseReason.SYNTAX_NOT_ACCEPTED, reason(results.getFirst()));
            assertTrue(results.getLast().stored());
            var none = scu.send(List.of(compressed), _ -> {}, JobContext.NONE);
            assertEquals(DimseReason.KIND_NOT_ACCEPTED, reason(none.getFirst()));
            var sentence = none.getFirst().text(Locale.ENGLISH);
            assertTrue(sentence.contains("CT Image Storage"), sentence);
            assertTrue(sentence.contains("JPEG 2000 (Lossless Only)"), sentence);
        }
    }

    private static Object reason(StoreResult result) {
        return assertInstanceOf(StoreResult.Outcome.NotSent.class, result.outcome()).why().reason();
    }

    @Test
    void whatStorescpWritesIsWhatWasSent() throws Exception {
        var out = Files.createDirectory(folder.resolve("out"));
        int port = Dcmtk.freePort();
        var file = folder.resolve("sent.dcm");
        DicomWriter.write(file, instance(TransferSyntax.RLE), TransferSyntax.RLE);
        try (var storescp =
                Dcmtk.start(
                        "storescp",
                        port,
                        "+xr",
                        "+B",
                        "-od",
                        out.toString(),
                        String.valueOf(port))) {
            new StoreScu(storescp.peer("SCP"), runner)
                    .sendAll(List.of(Outgoing.file(file)), JobContext.NONE);
        }
        try (var files = Files.list(out)) {
            assertArrayEquals(dataSet(file), dataSet(files.findFirst().orElseThrow()));
        }
    }

    @Test
    void anInstanceWithoutItsUidsCannotBeSent() throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                DicomWriter.head(
                        SopClass.CT_IMAGE_STORAGE, "1.2.3", TransferSyntax.EXPLICIT_LITTLE));
        DicomWriter.writeDataSet(
                bytes,
                DataSet.builder().text(Tag.PATIENT_ID, "P1").build(),
                TransferSyntax.EXPLICIT_LITTLE);
        var file = Files.write(folder.resolve("none.dcm"), bytes.toByteArray());
        var refused = assertThrows(Refusal.class, () -> Outgoing.file(file));
        assertEquals(DimseReason.NOT_SENDABLE, refused.reason());
    }
}
