package org.tyde.speech;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/// The files of a model as somebody hands it over: in a folder, or in a ZIP archive. What lies beside the
/// model is left out. Links are not followed.
final class ModelFiles implements AutoCloseable {
    /// Files more than any model has.
    static final int MOST_FILES = 2_000;

    /// Bytes more than any model has.
    static final long MOST_BYTES = 16L << 30;

    private static final String MARK = "am/final.mdl";

    private final Optional<ZipFile> zip;
    private final List<Entry> entries;
    private final String name;

    /// One file.
    ///
    /// @param name below the model's folder, with slashes
    /// @param bytes it says it has
    /// @param packed bytes it takes in an archive; the same where it is in none
    /// @param opener reads it
    record Entry(String name, long bytes, long packed, Opener opener) {}

    /// Opens a file.
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    private ModelFiles(Optional<ZipFile> zip, List<Entry> all, Path source) throws Refusal {
        this.zip = zip;
        var mark =
                all.stream()
                        .map(Entry::name)
                        .filter(n -> n.equals(MARK) || n.endsWith("/" + MARK))
                        .min(Comparator.comparingInt(String::length))
                        .orElseThrow(() -> new Refusal(SpeechReason.NO_MODEL, source.toString()));
        var root = mark.substring(0, mark.length() - MARK.length());
        entries =
                all.stream()
                        .filter(e -> e.name().startsWith(root))
                        .map(
                                e ->
                                        new Entry(
                                                e.name().substring(root.length()),
                                                e.bytes(),
                                                e.packed(),
                                                e.opener()))
                        .toList();
        name = name(root, source);
        if (entries.size() > MOST_FILES)
            throw new Refusal(SpeechReason.MODEL_TOO_MANY_FILES, source.toString(), MOST_FILES);
        if (bytes() > MOST_BYTES)
            throw new Refusal(SpeechReason.MODEL_TOO_LARGE, source.toString(), MOST_BYTES >> 30);
        for (var entry : entries) refuseOutside(entry.name(), source);
    }

    /// @param source a folder or a ZIP archive
    /// @throws Refusal it is neither, holds no model, or what no model holds
    static ModelFiles open(Path source) throws Refusal {
        if (Files.isDirectory(source))
            return new ModelFiles(Optional.empty(), walk(source), source);
        if (!Files.isRegularFile(source))
            throw new Refusal(SpeechReason.NO_MODEL, source.toString());
        try {
            var zip = new ZipFile(source.toFile());
            try {
                return new ModelFiles(Optional.of(zip), list(zip), source);
            } catch (Refusal | RuntimeException wrong) {
                zip.close();
                throw wrong;
            }
        } catch (Refusal known) {
            throw known;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new Refusal(SpeechReason.MODEL_BAD_ZIP, source.toString()).because(damaged);
        }
    }

    /// @return what the model is called
    String name() {
        return name;
    }

    List<Entry> entries() {
        return entries;
    }

    /// @return all bytes they say they have
    long bytes() {
        return entries.stream().mapToLong(e -> Math.max(0, e.bytes())).sum();
    }

    private static List<Entry> walk(Path root) throws Refusal {
        try (var files = Files.walk(root)) {
            return files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES * 4L)
                    .map(
                            f ->
                                    new Entry(
                                            root.relativize(f).toString().replace('\\', '/'),
                                            f.toFile().length(),
                                            f.toFile().length(),
                                            () -> Files.newInputStream(f)))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refusal(
                            SpeechReason.MODEL_UNREADABLE,
                            root.toString(),
                            String.valueOf(unreadable.getMessage()))
                    .because(unreadable);
        }
    }

    private static List<Entry> list(ZipFile zip) {
        var all = new ArrayList<Entry>();
        zip.stream()
                .filter(e -> !e.isDirectory())
                .limit(MOST_FILES * 4L)
                .forEach(
                        e ->
                                all.add(
                                        new Entry(
                                                e.getName(),
                                                e.getSize(),
                                                e.getCompressedSize(),
                                                () -> zip.getInputStream(e))));
        return all;
    }

    /// No name found in an archive leads out of the model's folder.
    private static void refuseOutside(String name, Path source) throws Refusal {
        boolean plain = name.chars().noneMatch(c -> c < ' ' || c == '\\' || c == ':');
        boolean inside =
                !name.startsWith("/")
                        && List.of(name.split("/", -1)).stream()
                                .noneMatch(
                                        part ->
                                                part.equals("..")
                                                        || part.equals(".")
                                                        || part.isEmpty());
        if (!plain || !inside) throw new Refusal(SpeechReason.MODEL_BAD_ZIP, source.toString());
    }

    private static String name(String root, Path source) {
        var folder =
                root.isEmpty()
                        ? String.valueOf(source.toAbsolutePath().normalize().getFileName())
                        : root;
        var plain = folder.replaceAll("/$", "");
        var last = plain.substring(plain.lastIndexOf('/') + 1).replaceAll("(?i)\\.zip$", "");
        var safe = last.replaceAll("[^\\p{L}\\p{N}._-]", "-").replaceAll("^[.-]+", "");
        return safe.isEmpty() ? "model" : safe.substring(0, Math.min(80, safe.length()));
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) zip.get().close();
    }
}
