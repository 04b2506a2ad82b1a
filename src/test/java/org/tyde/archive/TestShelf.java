package org.tyde.archive;

import static org.tyde.dicom.Tag.STUDY_INSTANCE_UID;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A folder in place of the cache.
final class TestShelf implements Shelf {
    private final Path folder;
    private final Map<String, Instance> here = new ConcurrentHashMap<>();

    TestShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public Taken accept(InputStream file) throws Refusal {
        var part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            Files.copy(file, part);
            var read = DicomReader.readHeader(part);
            var instance = Instance.from(read.dataSet(), read.transferSyntax().uid());
            Files.move(part, file(instance.uid()));
            here.put(instance.uid(), instance);
            return new Taken(instance, false);
        } catch (Refusal known) {
            throw known;
        } catch (IOException failed) {
            throw new Refusal(ArchiveReason.FOLDER_UNUSABLE, folder.toString()).because(failed);
        } finally {
            delete(part);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            throw new IllegalStateException(stays);
        }
    }

    Path file(String sopUid) {
        return folder.resolve(sopUid + ".dcm");
    }

    DataSet read(String sopUid) throws IOException {
        return DicomReader.read(file(sopUid)).dataSet();
    }

    int size() {
        return here.size();
    }

    /// Files that are neither whole nor gone.
    long halves() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".part")).count();
        }
    }

    void remove(String sopUid) throws IOException {
        here.remove(sopUid);
        Files.delete(file(sopUid));
    }

    String studyOf(String sopUid) throws IOException {
        return read(sopUid).textOr(STUDY_INSTANCE_UID, "");
    }

    @Override
    public List<Instance> instances(String studyUid) {
        return here.values().stream().filter(i -> i.studyUid().equals(studyUid)).toList();
    }
}
