package org.tyde.dimse.upper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dimse.upper.CommandBytes.CT;
import static org.tyde.dimse.upper.CommandBytes.EXPLICIT;
import static org.tyde.dimse.upper.CommandBytes.IMPLICIT;
import static org.tyde.dimse.upper.CommandBytes.VERIFICATION;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/// DCMTK's tools on the other side.
class DcmtkTest {
    private static final int PIXELS = 512 * 512;

    private final JobRunner runner = new JobRunner(1);
    private final LinkedBlockingQueue<Integer> lengths = new LinkedBlockingQueue<>();

    @TempDir Path folder = Path.of("");

    @AfterEach
    void stop() {
        runner.close();
    }

    @Test
    void echoscuIsAnswered() throws Exception {
        try (var server = server()) {
            var said =
                    Programs.run(
                            Programs.require("echoscu").toString(),
                            "--repeat",
                            "3",
                            "127.0.0.1",
                            String.valueOf(server.port()));
            assertEquals(0, said.exitCode(), said.text());
        }
    }

    @Test
    void whatStorescuSendsArrives() throws Exception {
        var file = folder.resolve("image.dcm");
        DicomWriter.write(file, image(), TransferSyntax.EXPLICIT_LITTLE);
        try (var server = server()) {
            for (var length : List.of("4096", "16384", "131072")) {
                var said =
                        Programs.run(
                                Programs.require("storescu").toString(),
                                "--max-pdu",
                                length,
                                "--max-send-pdu",
                                length,
                                "127.0.0.1",
                                String.valueOf(server.port()),
                                file.toString());
                assertEquals(0, said.exitCode(), said.text());
                assertTrue(lengths.take() > 2 * PIXELS);
            }
        }
    }

    @Test
    void storescpTakesWhatIsSent() throws Exception {
        int port = freePort();
        var process =
                start(
                        Programs.require("storescp").toString(),
                        "--output-directory",
                        folder.toString(),
                        String.valueOf(port));
        try {
            var association =
                    Association.request(
                            Peer.of("storescp", "127.0.0.1", port, "STORESCP", "TYDE"),
                            Proposal.of().with(VERIFICATION, IMPLICIT).with(CT, EXPLICIT),
                            runner,
                            JobContext.NONE);
            association.send(1, CommandBytes.echoRequest(1));
            assertEquals(0, CommandBytes.word(association.next().orElseThrow().command(), 0x900));
            var bytes = DicomWriter.toBytes(image(), TransferSyntax.EXPLICIT_LITTLE);
            int meta = 132 + 12 + groupLength(bytes);
            association.send(
                    3,
                    CommandBytes.storeRequest(2, CT, "2.25.4711"),
                    new ByteArrayInputStream(bytes, meta, bytes.length - meta));
            assertEquals(0, CommandBytes.word(association.next().orElseThrow().command(), 0x900));
            association.release();
            try (var files = Files.list(folder)) {
                var stored = DicomReader.read(files.findFirst().orElseThrow()).dataSet();
                assertArrayEquals(
                        new byte[2 * PIXELS], stored.bulk(Tag.PIXEL_DATA).orElseThrow().all());
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private AssociationServer server() throws IOException {
        return AssociationServer.start(
                Listening.loopback("here", 0),
                Offer.of(Support.of(VERIFICATION, IMPLICIT), Support.of(CT, EXPLICIT)),
                this::serve,
                runner);
    }

    private void serve(Association association, JobContext job) throws Exception {
        for (var next = association.next(); next.isPresent(); next = association.next()) {
            var message = next.get();
            int id = CommandBytes.word(message.command(), 0x0110);
            if (CommandBytes.word(message.command(), 0x0100) == 0x0030)
                association.send(message.contextId(), CommandBytes.echoResponse(id));
            else {
                lengths.add(message.data().readAllBytes().length);
                association.send(
                        message.contextId(), CommandBytes.storeResponse(id, CT, "2.25.4711"));
            }
        }
    }

    private static int groupLength(byte[] file) {
        return file[140] & 0xff | (file[141] & 0xff) << 8;
    }

    private static DataSet image() {
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, CT)
                .text(Tag.SOP_INSTANCE_UID, "2.25.4711")
                .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
                .text(Tag.SERIES_INSTANCE_UID, "2.25.2")
                .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(new byte[2 * PIXELS]))
                .build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Without TCP_NODELAY in the environment DCMTK waits 40 ms for each answer.
    private static Process start(String... command) throws Exception {
        var builder = new ProcessBuilder(Stream.of(command).toList()).redirectErrorStream(true);
        builder.environment().put("TCP_NODELAY", "1");
        var process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        int port = Integer.parseInt(command[command.length - 1]);
        for (int i = 0; i < 200; i++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return process;
            } catch (IOException notYet) {
                Thread.sleep(25);
            }
        }
        throw new IOException("storescp does not listen");
    }
}
