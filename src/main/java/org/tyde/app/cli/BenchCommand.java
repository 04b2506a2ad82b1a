package org.tyde.app.cli;

import org.tyde.app.WorkstationRun;
import org.tyde.app.bench.CacheBench;
import org.tyde.app.bench.CtHeaders;
import org.tyde.app.bench.DecodeBench;
import org.tyde.app.bench.DimseBench;
import org.tyde.app.bench.FetchBench;
import org.tyde.app.bench.IndexBench;
import org.tyde.app.bench.LongScrollBench;
import org.tyde.app.bench.MprBench;
import org.tyde.app.bench.ParseBench;
import org.tyde.app.bench.RenderBench;
import org.tyde.app.bench.ScreenBench;
import org.tyde.app.bench.ScrollBench;
import org.tyde.app.bench.SpeechBench;
import org.tyde.app.bench.StartBench;
import org.tyde.app.bench.TestImage;
import org.tyde.app.house.AppReason;
import org.tyde.app.house.SpeechFolder;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.speech.SpeechModel;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `tyde bench NAME`: measures on this machine.
@Command(name = "bench", description = "Measure how fast Tyde is on this machine.")
final class BenchCommand implements Callable<Integer> {
    /// What is measured.
    enum Bench {
        /// Decoding the first frame of files.
        decode,
        /// Fetching a study into the cache.
        fetch,
        /// Reading headers.
        parse,
        /// Planes and slabs through a volume.
        mpr,
        /// Drawing frames.
        render,
        /// Scrolling and windowing in viewports.
        scroll,
        /// Taking in, reading and finding in the cache.
        cache,
        /// Recognising speech.
        speech,
        /// From the start of the process to the list and the pictures of an archive's largest study.
        start
    }

    @Parameters(index = "0", paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}")
    Bench bench = Bench.render;

    @Parameters(
            index = "1..*",
            paramLabel = "FILE",
            description = "The files to read or decode, and folders of them.")
    List<Path> files = List.of();

    @Option(
            names = "--from",
            paramLabel = "URL",
            description =
                    "fetch: another archive's DICOMweb; it keeps the study. start: the"
                            + " archive.")
    Optional<String> from = Optional.empty();

    @Option(names = "--dimse", description = "fetch: by DIMSE, the FILEs of one study.")
    boolean dimse;

    @Option(
            names = "--store",
            paramLabel = "AE@HOST:PORT",
            description = "fetch --dimse: send them there, too.")
    Optional<String> store = Optional.empty();

    @Option(
            names = "--get",
            paramLabel = "AE@HOST:PORT",
            description = "fetch --dimse: get them from there, too.")
    Optional<String> get = Optional.empty();

    @Option(
            names = "--turns",
            description = "fetch --dimse: one run of each for every line of the input.")
    boolean turns;

    @Option(
            names = "--listen",
            paramLabel = "P",
            description = "fetch: a storage port, for another program to push to.")
    int listen;

    @Option(names = "--json", description = "speech: one JSON object.")
    boolean json;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "speech: another Vosk model than the one that comes with Tyde.")
    Optional<Path> model = Optional.empty();

    @Option(names = "--flush", description = "fetch --listen: flush each file to the disk.")
    boolean flush;

    @Option(
            names = "--make",
            paramLabel = "FOLDER",
            description =
                    "parse, decode: only write the files that are measured there, for other"
                            + " programs.")
    Optional<Path> make = Optional.empty();

    @Option(
            names = "--first",
            description = "parse: only the first pass over the files, in this fresh process.")
    boolean first;

    @Option(
            names = "--screen",
            description = "render: pictures on a real screen instead of in memory.")
    boolean screen;

    @Option(
            names = "--slices",
            paramLabel = "N",
            description =
                    "fetch: so many slices instead of 200. scroll: through a CT of so many"
                            + " slices at 60 requests a second, end to end and back, and what"
                            + " memory that takes.")
    int slices;

    @Option(
            names = "--instances",
            paramLabel = "N",
            description =
                    "cache: an index of so many instances instead, from 10,000: what one more"
                            + " costs, lists, the start; in the clear and encrypted.")
    int instances;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (bench == Bench.start && from.isEmpty())
            throw new ParameterException(spec.commandLine(), "start --from URL");
        if ((bench == Bench.start || screen) && !WorkstationRun.hasDisplay())
            throw new Refusal(AppReason.NO_DISPLAY);
        if (make.isPresent()) return make(make.get());
        switch (bench) {
            case start -> new StartBench(System.out).run(from.orElseThrow());
            case fetch -> fetch();
            case decode -> {
                return new DecodeBench(System.out).run(files) > 0 ? 1 : 0;
            }
            case parse -> {
                if (first) new ParseBench(System.out).first(files);
                else new ParseBench(System.out).run(files);
            }
            case mpr -> new MprBench(System.out).run();
            case render -> {
                if (screen) new ScreenBench(System.out).run();
                else new RenderBench(System.out).run();
            }
            case scroll -> {
                if (slices > 0) new LongScrollBench(System.out).run(slices);
                else new ScrollBench(System.out).run();
            }
            case cache -> {
                if (instances > 0) new IndexBench(System.out, instances).run();
                else new CacheBench(System.out).run();
            }
            case speech ->
                    new SpeechBench(System.out, json)
                            .run(
                                    files.isEmpty() ? SpeechFolder.recordings() : files.getFirst(),
                                    model.isPresent()
                                            ? SpeechModel.check(model.get())
                                            : SpeechFolder.model());
        }
        return 0;
    }

    private void fetch() throws Exception {
        if (!dimse && listen == 0) {
            new FetchBench(System.out, slices > 0 ? slices : 200).run(from);
            return;
        }
        var folder = Files.createTempDirectory("tyde-bench");
        try {
            var bench = new DimseBench(System.out, folder);
            if (listen > 0) bench.listen(listen, flush);
            else bench.run(below(files), store.map(this::peer), get.map(this::peer), turnsRead());
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    private Optional<BufferedReader> turnsRead() {
        if (!turns) return Optional.empty();
        return Optional.of(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    private Peer peer(String node) {
        try {
            return NodeOption.at(node, "BENCH");
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "not AE@HOST:PORT: " + node, wrong);
        }
    }

    private static List<Path> below(List<Path> paths) throws IOException {
        var all = new ArrayList<Path>();
        for (var path : paths)
            try (var below = Files.walk(path)) {
                below.filter(Files::isRegularFile).sorted().forEach(all::add);
            }
        return all;
    }

    private int make(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (bench == Bench.parse) CtHeaders.write(folder, ParseBench.FILES);
        else if (bench == Bench.decode) TestImage.write(folder);
        else throw new ParameterException(spec.commandLine(), bench + " --make");
        return 0;
    }
}
