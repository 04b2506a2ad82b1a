package org.tyde.app;

import org.tyde.archive.EmbeddedArchive;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.samples.DemoInstance;
import org.tyde.samples.DemoStudies;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The embedded archive with the demo studies in it.
public final class DemoArchive {
    private DemoArchive() {}

    /// Opens the archive and puts the demo studies in that are not there yet, on all cores.
    ///
    /// @param folder of the archive
    /// @param runner computes the studies
    /// @return the archive with all of them
    /// @throws Refusal when the folder cannot be used
    public static EmbeddedArchive open(Path folder, JobRunner runner) throws Refusal {
        var archive = new EmbeddedArchive(folder);
        var jobs = new ArrayList<Job<Boolean>>();
        for (var one : missing(archive))
            jobs.add(
                    runner.computing(
                            "demo instance",
                            Priority.NEAR,
                            _ -> {
                                archive.put(one.make().get(), TransferSyntax.EXPLICIT_LITTLE);
                                return true;
                            }));
        for (var job : jobs) job.await();
        return archive;
    }

    private static List<DemoInstance> missing(EmbeddedArchive archive) {
        return DemoStudies.instances().stream()
                .filter(i -> !archive.holds(i.sopInstanceUid()))
                .toList();
    }
}
