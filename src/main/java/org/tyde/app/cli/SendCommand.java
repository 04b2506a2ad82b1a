package org.tyde.app.cli;

import org.tyde.app.house.Failures;
import org.tyde.dimse.StoreResult;
import org.tyde.dimse.StoreScu;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Outgoing;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `tyde send`: files, and what lies below folders, each as it is.
@Command(name = "send", description = "Send files and what lies below folders by C-STORE.")
final class SendCommand implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Mixin NodeOption node = new NodeOption();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "What.")
    List<Path> paths = List.of();

    @Override
    public Integer call() throws Exception {
        var files = files();
        var peer = node.peer();
        var instances = new ArrayList<Outgoing>();
        int refused = 0;
        for (var file : files) {
            try {
                instances.add(Outgoing.file(file));
            } catch (IOException unreadable) {
                refused++;
                refused(file.toString(), Failures.sentence(unreadable, Locale.getDefault()));
            }
        }
        try (var runner = new JobRunner(1)) {
            for (var result :
                    new StoreScu(peer, runner).send(instances, this::say, JobContext.NONE))
                if (!result.stored()) refused++;
        }
        if (refused == 0) return 0;
        throw new Refusal(DimseReason.NOT_STORED, peer.name(), refused, files.size(), "-");
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.exists(path))
                throw new ParameterException(spec.commandLine(), "not there: " + path);
            try (var below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private void say(StoreResult result) {
        if (result.stored()) System.out.println(result.instance().sopInstance());
        else refused(result.instance().name(), result.text(Locale.getDefault()));
    }

    private static void refused(String what, String why) {
        System.err.println("refused\t" + what + "\t" + why);
    }
}
