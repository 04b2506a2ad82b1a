package org.tyde.app.house;

import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.EmbeddedArchive.Written;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.samples.DemoInstance;
import org.tyde.samples.DemoStudies;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The embedded archive with the demo studies in it.
public final class DemoArchive {
    private DemoArchive() {}

    /// Opens the archive and waits until the demo studies are in it.
    ///
    /// @param folder of the archive
    /// @param runner computes the studies
    /// @return the archive with all of them
    /// @throws Refusal when the folder cannot be used
    public static EmbeddedArchive open(Path folder, JobRunner runner) throws Refusal {
        var archive = new EmbeddedArchive(folder);
        fill(archive, runner).await();
        return archive;
    }

    /// Puts the demo studies in that are not there yet, each whole, on all cores while nothing else waits.
    ///
    /// @param archive may serve meanwhile
    /// @param runner computes the studies
    /// @return ends when all are there; its progress counts instances
    public static Job<Integer> fill(EmbeddedArchive archive, JobRunner runner) {
        return runner.waiting("demo studies", job -> fill(archive, runner, job));
    }

    private static int fill(EmbeddedArchive archive, JobRunner runner, JobContext job)
            throws Refusal {
        var missing = missing(archive);
        var studies = new LinkedHashMap<String, List<Job<Written>>>();
        for (var one : missing)
            studies.computeIfAbsent(one.studyUid(), _ -> new ArrayList<>())
                    .add(
                            runner.computing(
                                    "demo instance",
                                    Priority.BACKGROUND,
                                    _ ->
                                            archive.write(
                                                    one.make().get(),
                                                    TransferSyntax.EXPLICIT_LITTLE)));
        int done = 0;
        job.progress(done, missing.size());
        for (var study : studies.values()) {
            var written = new ArrayList<Written>();
            for (var one : study) {
                if (job.cancelled()) studies.values().forEach(s -> s.forEach(Job::cancel));
                written.add(one.await());
                job.progress(++done, missing.size());
            }
            archive.publish(written);
        }
        return missing.size();
    }

    private static List<DemoInstance> missing(EmbeddedArchive archive) {
        return DemoStudies.instances().stream()
                .filter(i -> !archive.holds(i.sopInstanceUid()))
                .toList();
    }
}
