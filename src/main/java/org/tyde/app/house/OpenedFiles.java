package org.tyde.app.house;

import org.tyde.archive.EmbeddedArchive;
import org.tyde.dicomweb.Holdings.StoreFailure;
import org.tyde.media.Intake;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// DICOM files that a person opens: taken into the embedded archive, or into the cache beside what the
/// archives have.
final class OpenedFiles {
    private OpenedFiles() {}

    /// @param studies of what was taken or held, in the order of the files
    /// @param result every file
    record Opened(SequencedSet<String> studies, Intake.Result result) {}

    /// Where one file goes.
    private interface Into {
        /// @return its study
        String take(InputStream in) throws IOException;
    }

    static Opened into(EmbeddedArchive archive, List<Path> paths, JobContext job)
            throws IOException {
        int[] before = {archive.size()};
        return open(
                paths,
                job,
                in -> stored(archive, in),
                () -> {
                    boolean fresh = archive.size() > before[0];
                    before[0] = archive.size();
                    return fresh;
                });
    }

    private static String stored(EmbeddedArchive archive, InputStream in) throws IOException {
        try {
            return archive.store(in, java.util.Optional.empty()).studyUid();
        } catch (StoreFailure failed) {
            if (failed.getCause() instanceof Refusal refused) throw refused;
            throw new Refusal(AppReason.NOT_TAKEN, failed.sopUid()).because(failed);
        }
    }

    static Opened into(Cache cache, List<Path> paths, JobContext job) throws IOException {
        boolean[] fresh = {false};
        var opened =
                open(
                        paths,
                        job,
                        in -> {
                            var one = cache.accept(in);
                            fresh[0] = !one.held();
                            return one.instance().studyUid();
                        },
                        () -> fresh[0]);
        cache.flush();
        return opened;
    }

    private static Opened open(
            List<Path> paths, JobContext job, Into into, java.util.function.BooleanSupplier fresh)
            throws IOException {
        var studies = new LinkedHashSet<String>();
        var taker =
                new Intake.Taker() {
                    @Override
                    public boolean take(InputStream content) throws IOException {
                        studies.add(into.take(content));
                        return fresh.getAsBoolean();
                    }

                    @Override
                    public boolean ends(Refusal why) {
                        return IntoCache.noMore(why);
                    }
                };
        var result = Intake.of(paths, taker, job);
        if (studies.isEmpty() && !result.refused().isEmpty())
            throw result.refused().getFirst().why();
        if (studies.isEmpty()) throw new Refusal(AppReason.NO_DICOM_THERE, paths.getFirst());
        return new Opened(studies, result);
    }
}
