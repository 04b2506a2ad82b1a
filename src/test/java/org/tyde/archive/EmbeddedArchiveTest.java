package org.tyde.archive;

import org.tyde.dicomweb.Endpoint;
import org.tyde.work.JobRunner;

import java.nio.file.Path;

/// The contract against our own archive.
class EmbeddedArchiveTest extends ArchiveContract {
    @Override
    Running start(Path folder) throws Exception {
        var serving = new JobRunner(1);
        var archive = new EmbeddedArchive(folder);
        var address = archive.serve(0, serving).base().toString();
        return new Running(
                Endpoint.of("ours", address),
                () -> {
                    archive.close();
                    serving.close();
                });
    }
}
