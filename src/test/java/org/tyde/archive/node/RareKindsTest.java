package org.tyde.archive.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.SharedData;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.EmbeddedDimse;
import org.tyde.archive.NodeSource;
import org.tyde.archive.OrthancServer;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dimse.StoreScu;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Studies of SOP classes and transfer syntaxes that no list of usual ones has room for, fetched by C-GET: each
/// instance comes, as it is.
@Timeout(180)
class RareKindsTest {
    private static final List<String> FILES =
            List.of(
                    "dcmjs/sample-op.dcm", // Ophthalmic Photography, JPEG Lossless
                    "highdicom/sm_image_jpegls.dcm", // VL Whole Slide Microscopy, JPEG-LS
                    "dicomParser/encapsulated/multi-frame/CT0012.not_fragmented_bot_jpeg_ls.80.dcm",
                    "wg04/J2KI/MR1_J2KI",
                    "wg04/J2KR/US1_J2KR",
                    "wg04/JLSN/RG3_JLSN", // JPEG-LS Near-Lossless
                    "pydicom/test_files/image_dfl.dcm", // Deflated
                    "pydicom/test_files/rtdose_rle.dcm", // RT Dose, RLE
                    "cornerstone3D/CTImage.dcm_JPEGProcess6_8TransferSyntax_1.2.840.10008.1.2.4.53.dcm",
                    "pydicom-data/HTJ2K_08_RGB.dcm",
                    "pydicom-data/liver_deflate.dcm"); // Deflated Image Frame

    @TempDir Path folder = Path.of("");
    private final JobRunner runner = new JobRunner(2);
    private Optional<Cache> cache = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        cache = Optional.of(Cache.open(folder.resolve("cache"), runner));
    }

    @AfterEach
    void close() {
        cache.orElseThrow().close();
        runner.close();
    }

    private List<Path> files() {
        return FILES.stream().map(f -> SharedData.require("data/files/" + f)).toList();
    }

    private void assertComesAsItIs(Path file, NodeSource archive) throws Exception {
        var sent = Outgoing.file(file);
        var study = DicomReader.read(file).dataSet().textOr(Tag.STUDY_INSTANCE_UID, "");
        archive.retrieve(study).job().await();
        var kept = cache.orElseThrow();
        kept.flush();
        assertTrue(kept.holds(sent.sopInstance()), file + " did not come");
        assertEquals(sent.syntax(), kept.file(sent.sopInstance()).transferSyntax());
        assertArrayEquals(
                pixels(DicomReader.read(file).dataSet()),
                pixels(kept.file(sent.sopInstance()).dataSet()));
    }

    /// A file that came without a study.
    private Path ofAStudy(Path file) throws IOException {
        var read = DicomReader.read(file);
        if (read.dataSet().text(Tag.STUDY_INSTANCE_UID).isPresent()) return file;
        var whole =
                read.dataSet().toBuilder()
                        .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
                        .text(Tag.SERIES_INSTANCE_UID, "2.25.2")
                        .text(Tag.MODALITY, "OT")
                        .build();
        var bytes = DicomWriter.toBytes(whole, read.transferSyntax());
        return java.nio.file.Files.write(folder.resolve("whole.dcm"), bytes);
    }

    /// Orthanc writes group lengths and paddings its own way, and leaves the frames alone.
    private static byte[] pixels(DataSet set) throws IOException {
        var fragments = set.fragments(Tag.PIXEL_DATA);
        if (fragments.isEmpty()) return set.bulk(Tag.PIXEL_DATA).orElseThrow().all();
        var all = new java.io.ByteArrayOutputStream();
        for (var one : fragments.get().data()) all.writeBytes(one.all());
        return all.toByteArray();
    }

    private NodeSource node(Peer peer) {
        var line = DimseLine.getting(peer, runner);
        return new NodeSource(peer.name(), line, 2, cache.orElseThrow(), runner);
    }

    @Test
    void fromOrthancWhateverItTakes() throws Exception {
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"))) {
            var peer = Peer.of("orthanc", "127.0.0.1", orthanc.dicomPort(), "ORTHANC", "TYDE");
            int notTaken = 0;
            var taken = new ArrayList<Path>();
            Set<String> syntaxes = new HashSet<>();
            for (var file : files()) {
                try {
                    var one = Outgoing.file(file);
                    new StoreScu(peer, runner).sendAll(List.of(one), JobContext.NONE);
                    taken.add(file);
                    syntaxes.add(one.syntax().uid());
                } catch (Refusal notThere) {
                    notTaken++; // Orthanc 1.10 takes no HTJ2K
                }
            }
            assertTrue(
                    syntaxes.containsAll(
                            List.of(
                                    TransferSyntax.JPEG_LS_LOSSLESS.uid(),
                                    TransferSyntax.JPEG_LS_NEAR_LOSSLESS.uid(),
                                    TransferSyntax.JPEG_2000.uid(),
                                    TransferSyntax.JPEG_2000_LOSSLESS.uid())),
                    "taken: " + syntaxes + ", not taken: " + notTaken);
            try (var source = node(peer)) {
                for (var file : taken) assertComesAsItIs(file, source);
            }
        }
    }

    @Test
    void fromAnArchiveThatKeepsAll() throws Exception {
        try (var archive = new EmbeddedArchive(folder.resolve("archive"));
                var server =
                        EmbeddedDimse.serve(
                                archive,
                                "ARCHIVE",
                                Listening.loopback("archive", 0),
                                Titles.ANY,
                                Map.of(),
                                runner)) {
            var peer = Peer.of("archive", "127.0.0.1", server.port(), "ARCHIVE", "TYDE");
            var rare = new ArrayList<Path>();
            for (var file : files())
                if (file.toString().contains("pydicom-data")) rare.add(ofAStudy(file));
            for (var file : rare)
                new StoreScu(peer, runner).sendAll(List.of(Outgoing.file(file)), JobContext.NONE);
            try (var source = node(peer)) {
                for (var file : rare) assertComesAsItIs(file, source);
            }
        }
    }
}
