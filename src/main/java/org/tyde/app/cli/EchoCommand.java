package org.tyde.app.cli;

import org.tyde.dimse.EchoScu;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Locale;
import java.util.concurrent.Callable;

/// `tyde echo`: does it answer, and how fast?
@Command(name = "echo", description = "Ask a node by C-ECHO whether it is there.")
final class EchoCommand implements Callable<Integer> {
    @Mixin NodeOption node = new NodeOption();

    @Override
    public Integer call() throws Exception {
        var peer = node.peer();
        try (var runner = new JobRunner(1)) {
            var time = new EchoScu(peer, runner).echo(JobContext.NONE);
            System.out.printf(
                    Locale.ROOT, "%s\tanswers\t%.1f ms%n", peer.name(), time.toNanos() / 1e6);
        }
        return 0;
    }
}
