package org.tyde.dictation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a small file so that either the old one or the new one is there.
final class WordsFile {
    private WordsFile() {}

    static void write(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) throw new IOException("no folder: " + file);
        Files.createDirectories(folder);
        var beside = Files.createTempFile(folder, "words", ".tmp");
        try {
            Files.writeString(beside, text);
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
