package org.tyde.app.cli;

import org.tyde.app.DemoArchive;
import org.tyde.settings.TydeHome;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// `tyde archive`: the embedded archive with the demo studies, on loopback, until it is ended.
@Command(
        name = "archive",
        description = "Serve the embedded archive with the demo studies by DICOMweb on loopback.")
final class ArchiveCommand implements Callable<Integer> {
    @Option(
            names = "--http",
            paramLabel = "P",
            defaultValue = "8090",
            description = "Port of DICOMweb; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    int http;

    @Option(names = "--dir", paramLabel = "D", description = "Folder of the archive's files.")
    Optional<Path> folder = Optional.empty();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (http < 0 || http > 65_535)
            throw new ParameterException(spec.commandLine(), "--http: 0-65535");
        var place = folder.orElseGet(() -> TydeHome.ofSystem().demo().data().resolve("archive"));
        try (var runner = new JobRunner();
                var archive = DemoArchive.open(place, runner);
                var server = archive.serve(http, runner)) {
            System.out.println(server.base());
            System.out.flush();
            System.err.println(archive.size() + " instances in " + place);
            new CountDownLatch(1).await(); // until the process is ended
        }
        return 0;
    }
}
