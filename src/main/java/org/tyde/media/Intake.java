package org.tyde.media;

import org.tyde.dicom.DicomReason;
import org.tyde.dicom.io.DicomDirectory;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes in what is on media: every DICOM file there is, whether a DICOMDIR names it or not. What a DICOMDIR
/// names and the medium lacks is said; what is no DICOM is counted and left. One file that is refused does
/// not cost the others. Waits for the disk: call it in a job.
public final class Intake {
    private static final long LARGEST_DIRECTORY = 256L << 20;

    private final Taker taker;
    private final JobContext job;
    private int taken;
    private int held;
    private int others;
    private final List<Refused> refused = new ArrayList<>();
    private long done;

    /// Where the bytes go.
    @FunctionalInterface
    public interface Taker {
        /// @param content a file, read to its end, not closed
        /// @return whether it was not held before
        /// @throws IOException why it is not taken; one that is no DICOM says so with its reason
        boolean take(InputStream content) throws IOException;

        /// @param why a file was not taken
        /// @return whether no other will be either, as when the disk is full
        default boolean ends(Refusal why) {
            return false;
        }
    }

    /// A file that was not taken.
    ///
    /// @param name path on the medium
    /// @param why the sentence
    public record Refused(String name, Refusal why) {}

    /// What became of it all.
    ///
    /// @param taken files that are new
    /// @param held files that were held already
    /// @param others files that are no DICOM
    /// @param refused DICOM files that were not taken, and files that should be there and are not
    public record Result(int taken, int held, int others, List<Refused> refused) {
        /// Keeps its own copy.
        public Result {
            refused = List.copyOf(refused);
        }

        /// @return whether all DICOM that should be there was there and was taken
        public boolean complete() {
            return refused.isEmpty();
        }
    }

    private Intake(Taker taker, JobContext job) {
        this.taker = taker;
        this.job = job;
    }

    /// @param paths files, folders or ZIP archives
    /// @param taker keeps them
    /// @param job told how many bytes of how many have been read; may be cancelled between files, what was
    ///     taken stays
    /// @return what became of it
    /// @throws IOException a path cannot be read at all, or the taker has no room
    public static Result of(List<Path> paths, Taker taker, JobContext job) throws IOException {
        var intake = new Intake(taker, job);
        for (var path : paths) {
            try (var medium = Medium.open(path)) {
                intake.take(medium);
            }
        }
        return new Result(intake.taken, intake.held, intake.others, intake.refused);
    }

    private void take(Medium medium) throws IOException {
        var files = medium.files();
        long total = done + files.stream().mapToLong(f -> Math.max(0, f.size())).sum();
        for (var file : files) {
            job.checkpoint();
            if (Medium.isDirectory(file.name())) compare(file, files);
            else take(file);
            done += Math.max(0, file.size());
            job.progress(done, total);
        }
    }

    private void take(MediaFile file) throws IOException {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            refused.add(
                    new Refused(file.shown(), new Refusal(MediaReason.ZIP_IN_ZIP, file.shown())));
            return;
        }
        try (var in = file.open()) {
            if (taker.take(in)) taken++;
            else held++;
        } catch (Refusal why) {
            if (why.reason() == DicomReason.NOT_DICOM || why.reason() == DicomReason.EMPTY_FILE)
                others++;
            else if (taker.ends(why)) throw why;
            else refused.add(new Refused(file.shown(), why));
        }
    }

    /// A DICOMDIR says what should be there, relative to itself.
    private void compare(MediaFile directory, List<MediaFile> files) {
        try (var in = directory.open()) {
            if (directory.size() > LARGEST_DIRECTORY)
                throw new Refusal(MediaReason.DIRECTORY_UNREADABLE, directory.shown());
            var bytes = in.readNBytes((int) LARGEST_DIRECTORY);
            var root = Path.of("").toAbsolutePath();
            var names = names(files);
            var folder = directory.name().substring(0, directory.name().lastIndexOf('/') + 1);
            for (var listed : DicomDirectory.read(bytes, root).files()) {
                var name = folder + root.relativize(listed).toString().replace('\\', '/');
                if (!names.contains(Medium.onDisc(name)))
                    refused.add(
                            new Refused(name, new Refusal(MediaReason.LISTED_BUT_ABSENT, name)));
            }
        } catch (IOException unreadable) {
            refused.add(
                    new Refused(
                            directory.shown(),
                            new Refusal(MediaReason.DIRECTORY_UNREADABLE, directory.shown())
                                    .because(unreadable)));
        }
    }

    private static Set<String> names(List<MediaFile> files) {
        var names = new HashSet<String>();
        for (var file : files) names.add(Medium.onDisc(file.name()));
        return names;
    }
}
