package org.tyde.media;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a person points to: a file, a folder with all below it, or a ZIP archive. Links are not followed.
interface Medium extends AutoCloseable {
    /// The files on it, in the order of their names.
    List<MediaFile> files();

    @Override
    void close() throws IOException;

    static Medium open(Path path) throws Refusal {
        if (!Files.exists(path)) throw new Refusal(MediaReason.ABSENT, path);
        if (Files.isDirectory(path)) return folder(path);
        if (isZip(path)) return ZipMedium.open(path);
        return of(List.of(file(path, String.valueOf(path.getFileName()))));
    }

    private static boolean isZip(Path path) throws Refusal {
        try (var in = Files.newInputStream(path)) {
            var head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] < 10;
        } catch (IOException unreadable) {
            throw new Refusal(MediaReason.UNREADABLE, path).because(unreadable);
        }
    }

    private static Medium folder(Path root) throws Refusal {
        var files = new ArrayList<MediaFile>();
        try (var walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile)
                    .filter(f -> !Files.isSymbolicLink(f))
                    .sorted()
                    .forEach(
                            f ->
                                    files.add(
                                            file(
                                                    f,
                                                    root.relativize(f)
                                                            .toString()
                                                            .replace('\\', '/'))));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refusal(MediaReason.UNREADABLE, root).because(unreadable);
        }
        return of(files);
    }

    private static MediaFile file(Path path, String name) {
        return new MediaFile(name, path.toFile().length(), () -> Files.newInputStream(path));
    }

    private static Medium of(List<MediaFile> files) {
        return new Medium() {
            @Override
            public List<MediaFile> files() {
                return files;
            }

            @Override
            public void close() {}
        };
    }

    /// Whether a name is that of a DICOMDIR (PS3.10 8.6), as file systems show it.
    static boolean isDirectory(String name) {
        return onDisc(name.substring(name.lastIndexOf('/') + 1)).equals("DICOMDIR");
    }

    /// A name as ISO 9660 has it: capitals, no version, no dot at the end.
    static String onDisc(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("\\.?(;\\d+)?$", "");
    }
}
