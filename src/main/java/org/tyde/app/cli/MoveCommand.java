package org.tyde.app.cli;

import org.tyde.dimse.MoveInbox;
import org.tyde.dimse.MoveScu;
import org.tyde.dimse.RetrieveWatch;
import org.tyde.dimse.Retrieved;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.StorageService;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Limits;
import org.tyde.dimse.upper.Listening;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/// `tyde move`: has it sent to a port of ours, or to somebody else.
@Command(
        name = "move",
        description = "Have a study, a series or instances sent by C-MOVE: here, or to another.")
final class MoveCommand implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Mixin NodeOption node = new NodeOption();
    @Mixin RetrieveOption wanted = new RetrieveOption();

    @Option(names = "-o", paramLabel = "DIR", description = "Here, into this folder.")
    Optional<Path> folder = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Our storage port, as the node knows it. Default: that of the settings.")
    Optional<Integer> port = Optional.empty();

    @Option(names = "--to", paramLabel = "TITLE", description = "To that application entity.")
    String destination = "";

    @Override
    public Integer call() throws Exception {
        if (folder.isPresent() != destination.isEmpty())
            throw new ParameterException(spec.commandLine(), "-o DIR or --to TITLE");
        var peer = node.peer();
        var query = wanted.query();
        try (var runner = new JobRunner(1)) {
            var move = new MoveScu(peer, runner, RetrieveOption.PATIENCE);
            var moved =
                    folder.isPresent()
                            ? here(move, query, folder.get(), runner)
                            : move.moveTo(query, destination, RetrieveWatch.NONE, JobContext.NONE);
            var tally = moved.tally();
            System.err.println(
                    tally.completed()
                            + " sent, "
                            + tally.warned()
                            + " with a warning, "
                            + tally.failed()
                            + " failed");
            moved.failed().forEach(uid -> System.err.println("failed\t" + uid));
            moved.required();
        }
        return 0;
    }

    private Retrieved here(MoveScu move, Query query, Path into, JobRunner runner)
            throws IOException {
        var settings = node.settings();
        var own = node.ownTitle(settings);
        var ours = port.map(OptionalInt::of).orElse(settings.station().port());
        if (ours.isEmpty()) throw new ParameterException(spec.commandLine(), "--port");
        Files.createDirectories(into);
        var inbox = new MoveInbox(own, MoveInbox.NOTHING_PUSHED);
        try (var _ = listen(own, ours.getAsInt(), inbox, runner)) {
            return move.move(
                    query, inbox, new FolderSink(into), RetrieveWatch.NONE, JobContext.NONE);
        }
    }

    private static DimseServer listen(String own, int port, MoveInbox inbox, JobRunner runner)
            throws Refusal {
        return DimseServer.start(
                new Listening(own, "0.0.0.0", port, 8, Limits.USUAL, Optional.empty()),
                Titles.calledAs(own),
                List.of(new StorageService(inbox)),
                runner);
    }
}
