package org.tyde.app;

import org.tyde.archive.EmbeddedArchive;
import org.tyde.dicomweb.Holdings.StoreFailure;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/// DICOM files that a person opens: they are taken into the embedded archive.
final class OpenedFiles {
    private OpenedFiles() {}

    /// @param archive takes them, as they are
    /// @param files to be opened
    /// @return the studies they belong to, in the order of the files
    /// @throws IOException a file cannot be read, or is not what the archive takes
    static List<String> into(EmbeddedArchive archive, List<Path> files) throws IOException {
        var studies = new LinkedHashSet<String>();
        for (var file : files)
            try (var in = Files.newInputStream(file)) {
                studies.add(archive.store(in, java.util.Optional.empty()).studyUid());
            } catch (StoreFailure failed) {
                if (failed.getCause() instanceof Refusal refused) throw refused;
                throw new Refusal(AppReason.NOT_TAKEN, file).because(failed);
            }
        return List.copyOf(studies);
    }
}
