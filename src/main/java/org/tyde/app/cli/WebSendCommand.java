package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dicomweb.StowClient;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `tyde web send`: files, and what lies below folders, each as it is (STOW-RS).
@Command(name = "send", description = "Send files and what lies below folders.")
final class WebSendCommand implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();
    @Mixin WebOption web = new WebOption();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "What.")
    List<Path> paths = List.of();

    @Option(names = "--json", description = "What became of each, as one JSON object.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        var files = files();
        return web.connected(archive -> send(archive, files));
    }

    private int send(DicomwebClient archive, List<Path> files) throws IOException {
        var receipt = archive.stow().send(files, JobContext.NONE);
        if (json) printJson(receipt);
        else print(receipt);
        if (receipt.failed().isEmpty()) return 0;
        var first = receipt.failed().getFirst().text();
        throw new Refusal(
                DicomwebReason.NOT_STORED, web.url, receipt.failed().size(), files.size(), first);
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

    private static void print(StowClient.Receipt receipt) {
        receipt.stored().forEach(System.out::println);
        for (var one : receipt.failed())
            System.err.println("refused\t" + one.sopUid() + "\t" + one.text());
    }

    private static void printJson(StowClient.Receipt receipt) throws IOException {
        var mapper = new ObjectMapper();
        var root = mapper.createObjectNode();
        var stored = root.putArray("stored");
        receipt.stored().forEach(stored::add);
        var failed = root.putArray("failed");
        for (var one : receipt.failed())
            failed.addObject().put("sopInstanceUid", one.sopUid()).put("reason", one.text());
        System.out.println(mapper.writeValueAsString(root));
    }
}
