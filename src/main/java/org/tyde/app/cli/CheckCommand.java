package org.tyde.app.cli;

import org.tyde.app.house.Decoders;
import org.tyde.settings.TydeHome;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `tyde check`: reads every file below, and goes on after every refusal.
@Command(
        name = "check",
        description =
                "Read every file, say of each whether it is well. Exit 1 when any is refused.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    List<Path> paths = List.of();

    @Option(names = "--frames", description = "Decode every frame, too.")
    boolean frames;

    @Option(names = "--digest", description = "Say size, hashes and statistics of the pixels.")
    boolean digest;

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        var codecs = Decoders.installed(TydeHome.ofSystem());
        int refused = 0;
        for (var file : files()) {
            var found = FileCheck.of(file, frames, digest, codecs, Locale.getDefault());
            System.out.println(json ? found.json().toString() : found.line());
            if (found.status() == FileCheck.Status.REFUSED) refused++;
        }
        return refused == 0 ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        var all = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.isDirectory(path)) {
                all.add(path);
                continue;
            }
            try (var below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(all::add);
            }
        }
        return all;
    }
}
