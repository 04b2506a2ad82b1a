package org.tyde.app.cli;

import org.tyde.app.house.DemoArchive;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.EmbeddedDimse;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Limits;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.settings.TydeHome;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// `tyde archive`: the embedded archive with the demo studies, on loopback, until it is ended.
@Command(
        name = "archive",
        description = {
            "Serve the embedded archive with the demo studies on loopback:",
            "by DICOMweb, and with --port by DIMSE."
        })
final class ArchiveCommand implements Callable<Integer> {
    private static final int MOST = 32;

    @Option(
            names = "--http",
            paramLabel = "P",
            defaultValue = "8090",
            description = "Port of DICOMweb; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    int http;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port of DIMSE; 0 for any free one. Default: none.")
    Optional<Integer> port = Optional.empty();

    @Option(
            names = "--aet",
            paramLabel = "TITLE",
            defaultValue = "TYDEARCHIVE",
            description = "Its application entity title. Default: ${DEFAULT-VALUE}.")
    String title = "";

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Of the interface DIMSE listens on; 0.0.0.0 lets other computers in. Default:"
                            + " ${DEFAULT-VALUE}.")
    String host = "";

    @Option(
            names = "--caller",
            paramLabel = "TITLE",
            description = "Application entity that may call; may be given again. Default: any.")
    List<String> callers = List.of();

    @Option(
            names = "--destination",
            paramLabel = "AE@HOST:PORT",
            description = "Where C-MOVE may send to; may be given again.")
    List<String> destinations = List.of();

    @Option(names = "--dir", paramLabel = "D", description = "Folder of the archive's files.")
    Optional<Path> folder = Optional.empty();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (http < 0 || http > 65_535)
            throw new ParameterException(spec.commandLine(), "--http: 0-65535");
        if (port.filter(p -> p < 0 || p > 65_535).isPresent())
            throw new ParameterException(spec.commandLine(), "--port: 0-65535");
        var place = folder.orElseGet(() -> TydeHome.ofSystem().demo().data().resolve("archive"));
        try (var runner = new JobRunner();
                var archive = DemoArchive.open(place, runner);
                var server = archive.serve(http, runner)) {
            System.out.println(server.base());
            if (port.isPresent()) {
                var dimse = dimse(archive, port.get(), runner);
                System.out.println(title + "@" + host + ":" + dimse.port());
            }
            System.out.flush();
            System.err.println(archive.size() + " instances in " + place);
            new CountDownLatch(1).await(); // until the process is ended
        }
        return 0;
    }

    /// Ends with the process.
    private DimseServer dimse(EmbeddedArchive archive, int at, JobRunner runner) throws Refusal {
        var known = new LinkedHashMap<String, Peer>();
        for (var one : destinations) {
            try {
                var peer = NodeOption.at(one, title);
                known.put(peer.calledTitle(), peer);
            } catch (IllegalArgumentException wrong) {
                throw new ParameterException(spec.commandLine(), "--destination: " + one, wrong);
            }
        }
        return EmbeddedDimse.serve(
                archive,
                title,
                new Listening(title, host, at, MOST, Limits.USUAL, Optional.empty()),
                Titles.calledAs(title).from(Set.copyOf(callers)),
                known,
                runner);
    }
}
