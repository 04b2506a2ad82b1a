package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import javax.crypto.SecretKey;

/// The sound that reports were dictated in, sealed, from the moment it is spoken until its report is signed
/// and the time it may be kept has passed. A folder for each report, a file for each press of the key.
/// Thread-safe; waits for the disk.
public final class DraftSound {
    /// A signed report may be taken back for five minutes, and its marks should play again then.
    static final Duration GRACE = Duration.ofMinutes(6);

    private static final String SUFFIX = ".sound";
    private static final String OVER = "over";

    private final Path folder;
    private final SecretKey key;
    private final LongSupplier nanos;
    private final Map<String, Long> seenOver = new ConcurrentHashMap<>();

    /// @param folder holds nothing else; made when something is kept
    /// @param key 256 bits for AES
    public DraftSound(Path folder, SecretKey key) {
        this(folder, key, System::nanoTime);
    }

    /// @param nanos a clock that nobody sets, as [System#nanoTime]
    DraftSound(Path folder, SecretKey key, LongSupplier nanos) {
        this.folder = folder;
        this.key = key;
        this.nanos = nanos;
    }

    /// @param report which; a UUID
    /// @param recording of which press; a UUID
    /// @return takes the sound as it is spoken
    /// @throws Refusal a full disk or a failed write
    public SoundFile.Writer begin(String report, String recording) throws Refusal {
        var file = file(report, recording);
        try {
            Files.createDirectories(Disk.folder(file));
            return SoundFile.create(file, key, beside(report, recording));
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
    }

    /// @param report which
    /// @param recording of which press
    /// @param from first byte of the sound
    /// @param to one past the last; beyond the end it means the end
    /// @return that stretch; shorter where less was kept
    /// @throws Refusal none is kept of it (any more), it was sealed by another key, or it is damaged
    public byte[] read(String report, String recording, long from, long to) throws Refusal {
        var file = file(report, recording);
        if (!Files.exists(file)) throw new Refusal(StoreReason.NO_SOUND);
        try {
            return SoundFile.read(file, key, beside(report, recording), from, to);
        } catch (IOException failed) {
            if (failed instanceof Refusal already) throw already;
            throw new Refusal(
                            StoreReason.READ_FAILED,
                            file.getFileName(),
                            String.valueOf(failed.getMessage()))
                    .because(failed);
        }
    }

    /// Removes all sound of a report; none is fine.
    ///
    /// @param report which
    /// @throws Refusal it cannot be removed
    public void remove(String report) throws Refusal {
        remove(folder.resolve(checked(report)));
    }

    /// Removes what need not be kept any more: sound of reports that are no drafts and have not been for so
    /// long. A clock that is set forward costs no sound while its report may be taken back, and one that is
    /// set back makes the time count anew.
    ///
    /// @param drafts reports that are still being written
    /// @param kept how long after signing; less than six minutes means that
    /// @param now the time of day
    /// @return reports whose sound was removed
    /// @throws Refusal something cannot be removed
    public List<String> sweep(Set<String> drafts, Duration kept, Instant now) throws Refusal {
        var removed = new ArrayList<String>();
        var longest = kept.compareTo(GRACE) < 0 ? GRACE : kept;
        for (var report : reports()) {
            var own = folder.resolve(report);
            try {
                if (drafts.contains(report)) writing(report, own);
                else if (over(report, own, longest, now)) {
                    remove(own);
                    removed.add(report);
                }
            } catch (IOException failed) {
                throw Disk.refusal(own, failed);
            }
        }
        return removed;
    }

    private void writing(String report, Path own) throws IOException {
        seenOver.remove(report);
        Files.deleteIfExists(own.resolve(OVER));
    }

    /// @return whether it has been no draft for so long
    private boolean over(String report, Path own, Duration longest, Instant now)
            throws IOException {
        var mark = own.resolve(OVER);
        boolean begins = !Files.exists(mark);
        if (begins) Files.createFile(mark);
        if (begins || Files.getLastModifiedTime(mark).toInstant().isAfter(now))
            Files.setLastModifiedTime(mark, FileTime.from(now));
        var age = Duration.between(Files.getLastModifiedTime(mark).toInstant(), now);
        // what an earlier run saw counts by the time of day, at most once
        long counted = Math.min(age.toNanos(), GRACE.toNanos());
        long since = seenOver.computeIfAbsent(report, _ -> nanos.getAsLong() - counted);
        return nanos.getAsLong() - since >= GRACE.toNanos() && age.compareTo(longest) > 0;
    }

    /// @return reports of which there is sound
    /// @throws Refusal the folder cannot be read
    public List<String> reports() throws Refusal {
        if (!Files.isDirectory(folder)) return List.of();
        try (var entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(p -> String.valueOf(p.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    private static void remove(Path report) throws Refusal {
        if (!Files.isDirectory(report)) return;
        try (var files = Files.list(report)) {
            for (var file : files.toList()) Files.delete(file);
            Files.delete(report);
        } catch (IOException failed) {
            throw Disk.refusal(report, failed);
        }
    }

    private Path file(String report, String recording) {
        return folder.resolve(checked(report)).resolve(checked(recording) + SUFFIX);
    }

    private static String beside(String report, String recording) {
        return report + "/" + recording;
    }

    private static String checked(String uuid) {
        return UUID.fromString(uuid).toString();
    }
}
