package org.tyde.archive;

import static org.tyde.dicom.Tag.SERIES_INSTANCE_UID;
import static org.tyde.dicom.Tag.SOP_CLASS_UID;
import static org.tyde.dicom.Tag.SOP_INSTANCE_UID;
import static org.tyde.dicom.Tag.STUDY_INSTANCE_UID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.codec.EncodedFrame;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dicomweb.DicomwebServer;
import org.tyde.dicomweb.Holdings;
import org.tyde.dicomweb.QidoLevel;
import org.tyde.imaging.InstanceFrames;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A small archive over a folder of DICOM files: what is put there is written beside, renamed and indexed
/// in memory; what lies there when it opens is indexed too. Serves DICOMweb on loopback. Thread-safe.
public final class EmbeddedArchive implements Holdings, AutoCloseable {
    /// What people call it.
    public static final String NAME = "Tyde demo";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedArchive.class);
    private static final int PROCESSING_FAILURE = 0x0110;
    private static final int DUPLICATE = 0x0111;
    private static final int CANNOT_UNDERSTAND = 0xC000;
    private static final int WRONG_STUDY = 0xA900;

    private final Path folder;
    private final HeldIndex index = new HeldIndex();
    private final java.util.concurrent.atomic.AtomicReference<Optional<DicomwebServer>> server =
            new java.util.concurrent.atomic.AtomicReference<>(Optional.empty());

    /// @param folder made when absent; files in it that are not DICOM are left alone
    /// @throws Refusal when the folder cannot be used
    public EmbeddedArchive(Path folder) throws Refusal {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) open(file);
            }
        } catch (IOException unusable) {
            throw new Refusal(ArchiveReason.FOLDER_UNUSABLE, folder.toString()).because(unusable);
        }
        LOG.info("the embedded archive holds {} instances", index.size());
    }

    private void open(Path file) throws IOException {
        if (file.getFileName().toString().endsWith(".part")) {
            Files.deleteIfExists(file);
            return;
        }
        try {
            add(file);
        } catch (Refusal noDicom) {
            LOG.warn("a file of the embedded archive is left out: {}", noDicom.reason());
        }
    }

    private Optional<Held> add(Path file) throws IOException {
        var read = DicomReader.readHeader(file);
        var held = held(read.dataSet(), read.transferSyntax(), file);
        if (held.isPresent()) index.add(held.get(), read.dataSet());
        return held;
    }

    private static Optional<Held> held(DataSet header, TransferSyntax syntax, Path file)
            throws Refusal {
        var study = header.text(STUDY_INSTANCE_UID);
        var series = header.text(SERIES_INSTANCE_UID);
        var sop = header.text(SOP_INSTANCE_UID);
        var sopClass = header.text(SOP_CLASS_UID);
        if (study.isEmpty() || series.isEmpty() || sop.isEmpty() || sopClass.isEmpty())
            return Optional.empty();
        return Optional.of(
                new Held(study.get(), series.get(), sop.get(), sopClass.get(), syntax, file));
    }

    /// An instance that is written and that no search finds yet.
    ///
    /// @param held what it is
    /// @param header its attributes
    public record Written(Held held, DataSet header) {}

    /// Writes an instance without serving it: [#publish] makes a whole study appear at once.
    ///
    /// @param dataSet with its UIDs
    /// @param syntax how to write it
    /// @return what to publish
    /// @throws Refusal when it cannot be written
    public Written write(DataSet dataSet, TransferSyntax syntax) throws Refusal {
        try {
            var file = file(dataSet.textOr(SOP_INSTANCE_UID, ""));
            DicomWriter.write(file, dataSet, syntax);
            var read = DicomReader.readHeader(file);
            return new Written(
                    held(read.dataSet(), syntax, file)
                            .orElseThrow(() -> new IllegalArgumentException("UIDs are missing")),
                    read.dataSet());
        } catch (Refusal known) {
            throw known;
        } catch (IOException unusable) {
            throw new Refusal(ArchiveReason.FOLDER_UNUSABLE, folder.toString()).because(unusable);
        }
    }

    /// @param written instances that are found from now on, all at once
    /// @throws Refusal when a header cannot be read
    public void publish(List<Written> written) throws Refusal {
        index.addAll(written);
    }

    /// Puts an instance in, unless it is there.
    ///
    /// @param dataSet with its UIDs
    /// @param syntax how to write it
    /// @throws Refusal when it cannot be written
    public void put(DataSet dataSet, TransferSyntax syntax) throws Refusal {
        if (holds(dataSet.textOr(SOP_INSTANCE_UID, ""))) return;
        publish(List.of(write(dataSet, syntax)));
    }

    /// @param sopUid SOP Instance UID
    /// @return whether it is held
    public boolean holds(String sopUid) {
        return index.find(sopUid).isPresent();
    }

    /// @return instances held
    public int size() {
        return index.size();
    }

    /// @param port 1 to 65535, or 0 for any free one
    /// @param runner gives each request its thread
    /// @return the running server, closed with this archive
    /// @throws Refusal when the port is taken
    public DicomwebServer serve(int port, JobRunner runner) throws Refusal {
        var started = DicomwebServer.start(NAME, port, this, runner);
        server.getAndSet(Optional.of(started)).ifPresent(DicomwebServer::close);
        return started;
    }

    @Override
    public void close() {
        server.getAndSet(Optional.empty()).ifPresent(DicomwebServer::close);
    }

    @Override
    public List<DataSet> candidates(
            QidoLevel level, Optional<String> studyUid, Optional<String> seriesUid) throws Refusal {
        return index.candidates(level, studyUid, seriesUid);
    }

    @Override
    public List<Held> held(String studyUid, Optional<String> seriesUid, Optional<String> sopUid) {
        return index.held(studyUid, seriesUid, sopUid);
    }

    @Override
    public BulkData frame(Held instance, int frame) throws Refusal {
        try {
            var read = DicomReader.read(instance.file());
            EncodedFrame encoded =
                    InstanceFrames.of(read.dataSet(), read.transferSyntax()).encoded(frame);
            return encoded.parts().size() == 1
                    ? encoded.parts().getFirst()
                    : BulkData.of(encoded.bytes());
        } catch (Refusal known) {
            throw known;
        } catch (IOException unreadable) {
            throw new Refusal(ArchiveReason.FOLDER_UNUSABLE, folder.toString()).because(unreadable);
        }
    }

    @Override
    public Held store(InputStream file, Optional<String> studyUid) throws StoreFailure {
        var part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            Files.copy(file, part);
            return keep(part, studyUid);
        } catch (IOException failed) {
            throw new StoreFailure("", "", PROCESSING_FAILURE, failed);
        } finally {
            delete(part);
        }
    }

    private Held keep(Path part, Optional<String> studyUid) throws IOException, StoreFailure {
        DataSet header;
        Optional<Held> held;
        try {
            var read = DicomReader.readHeader(part).whole();
            header = read.dataSet();
            held = held(header, read.transferSyntax(), part);
        } catch (Refusal noDicom) {
            throw new StoreFailure("", "", CANNOT_UNDERSTAND, noDicom);
        }
        var one =
                held.orElseThrow(
                        () ->
                                new StoreFailure(
                                        "", "", CANNOT_UNDERSTAND, new IOException("no UIDs")));
        if (studyUid.isPresent() && !studyUid.get().equals(one.studyUid()))
            throw new StoreFailure(
                    one.sopClass(), one.sopUid(), WRONG_STUDY, new IOException("other study"));
        var before = index.find(one.sopUid());
        if (before.isPresent()) {
            if (Files.mismatch(before.get().file(), part) < 0) return before.get();
            throw new StoreFailure(
                    one.sopClass(), one.sopUid(), DUPLICATE, new IOException("other content"));
        }
        var home = file(one.sopUid());
        Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        var moved =
                new Held(
                        one.studyUid(),
                        one.seriesUid(),
                        one.sopUid(),
                        one.sopClass(),
                        one.syntax(),
                        home);
        index.add(moved, header);
        return moved;
    }

    /// Named by a hash: a UID from outside is no file name.
    private Path file(String sopUid) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(sopUid.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + ".dcm");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            LOG.warn("a part file stays behind: {}", stays.getClass().getName());
        }
    }
}
