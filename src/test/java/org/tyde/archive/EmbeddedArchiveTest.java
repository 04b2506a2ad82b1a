package org.tyde.archive;

import java.nio.file.Path;
import org.tyde.dicomweb.Endpoint;
import org.tyde.work.JobRunner;

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
