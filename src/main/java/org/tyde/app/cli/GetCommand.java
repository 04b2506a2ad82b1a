package org.tyde.app.cli;

import org.tyde.dimse.GetScu;
import org.tyde.dimse.MayCome;
import org.tyde.dimse.RetrieveWatch;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `tyde get`: instances over the association that asks for them.
@Command(name = "get", description = "Fetch a study, a series or instances by C-GET into a folder.")
final class GetCommand implements Callable<Integer> {
    @Mixin NodeOption node = new NodeOption();
    @Mixin RetrieveOption wanted = new RetrieveOption();

    @Option(names = "-o", required = true, paramLabel = "DIR", description = "Made if absent.")
    Path folder = Path.of(".");

    @Override
    public Integer call() throws Exception {
        var peer = node.peer();
        var query = wanted.query();
        Files.createDirectories(folder);
        try (var runner = new JobRunner(1)) {
            var got =
                    new GetScu(peer, runner, RetrieveOption.PATIENCE)
                            .get(
                                    query,
                                    MayCome.ANYTHING,
                                    new FolderSink(folder),
                                    RetrieveWatch.NONE,
                                    JobContext.NONE);
            System.err.println(got.kept() + " instances in " + folder);
            got.required();
        }
        return 0;
    }
}
