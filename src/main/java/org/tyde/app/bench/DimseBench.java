package org.tyde.app.bench;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dimse.GetScu;
import org.tyde.dimse.MayCome;
import org.tyde.dimse.RetrieveWatch;
import org.tyde.dimse.StoreScu;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.provider.DimseServer;
import org.tyde.dimse.provider.StorageService;
import org.tyde.dimse.provider.Titles;
import org.tyde.dimse.upper.Listening;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Sends the files of one study by C-STORE, to a storage port of our own and to another node, and gets them
/// by C-GET, warm in one process; with what comes flushed to the disk or not.
public final class DimseBench {
    private static final int RUNS = 5;
    private static final int WARM_UP = 3;

    private final PrintStream out;
    private final Path folder;

    /// @param out takes a line for each measurement
    /// @param folder where files may be written and removed
    public DimseBench(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /// @param files of one study
    /// @param store a node that takes them
    /// @param get a node that holds them
    /// @param turns a line read from it is one turn of all measurements, the end of it the end; empty: one
    ///     measurement after the other
    /// @throws Exception when a node fails
    public void run(
            List<Path> files,
            Optional<Peer> store,
            Optional<Peer> get,
            Optional<BufferedReader> turns)
            throws Exception {
        long bytes = 0;
        for (var file : files) bytes += Files.size(file);
        var load = new Load(files.size(), bytes);
        try (var runner = new JobRunner()) {
            var all = measurements(files, store, get, runner);
            for (var one : all) for (int i = 0; i < WARM_UP; i++) once(one, runner);
            if (turns.isEmpty()) for (var one : all) measure(one, load, runner);
            else
                while (turns.get().readLine() != null) {
                    for (var one : all) out.println(line(one, load, List.of(once(one, runner))));
                    out.println();
                }
        }
    }

    private List<Measurement> measurements(
            List<Path> files, Optional<Peer> store, Optional<Peer> get, JobRunner runner) {
        var all = new ArrayList<Measurement>();
        for (boolean flush : new boolean[] {false, true}) {
            var flushed = flush ? ", flushed" : "";
            get.ifPresent(
                    peer ->
                            all.add(
                                    new Measurement(
                                            "C-GET, Tyde from " + peer.calledTitle() + flushed,
                                            flush,
                                            into -> get(files, peer, into, runner))));
            all.add(
                    new Measurement(
                            "C-STORE, Tyde to Tyde" + flushed,
                            flush,
                            into -> among(files, into, runner)));
        }
        store.ifPresent(
                peer ->
                        all.add(
                                new Measurement(
                                        "C-STORE, Tyde to " + peer.calledTitle(),
                                        false,
                                        _ -> store(files, peer, runner))));
        return all;
    }

    private record Measurement(String what, boolean flush, Act act) {}

    private record Took(double seconds, double processor) {}

    private record Load(int instances, long bytes) {}

    private interface Act {
        void run(BenchFolder into) throws Exception;
    }

    private static void among(List<Path> files, BenchFolder into, JobRunner runner)
            throws Exception {
        try (var server = listen(0, into, runner)) {
            store(files, Peer.of("tyde", "127.0.0.1", server.port(), "TYDE", "BENCH"), runner);
            into.require(files.size());
        }
    }

    private static DimseServer listen(int port, InstanceSink sink, JobRunner runner)
            throws Refusal {
        return DimseServer.start(
                Listening.loopback("tyde", port),
                Titles.ANY,
                List.of(new StorageService(sink)),
                runner);
    }

    private static void store(List<Path> files, Peer peer, JobRunner runner) throws IOException {
        var instances = new ArrayList<Outgoing>();
        for (var file : files) instances.add(Outgoing.file(file));
        new StoreScu(peer, runner).sendAll(instances, JobContext.NONE);
    }

    private static void get(List<Path> files, Peer peer, BenchFolder into, JobRunner runner)
            throws Exception {
        DataSet header = DicomReader.readHeader(files.getFirst()).dataSet();
        new GetScu(peer, runner, Duration.ofMinutes(1))
                .get(
                        Query.study(header.textOr(Tag.STUDY_INSTANCE_UID, "")),
                        new MayCome(List.of(header.textOr(Tag.SOP_CLASS_UID, "")), List.of()),
                        into,
                        RetrieveWatch.NONE,
                        JobContext.NONE)
                .required();
        into.require(files.size());
    }

    /// Listens until the process ends, for another program to push to: a line for every so many instances.
    ///
    /// @param port 1 to 65535
    /// @param flush whether each file is flushed to the disk
    /// @throws Exception when the port is taken
    public void listen(int port, boolean flush) throws Exception {
        try (var runner = new JobRunner();
                var into = new BenchFolder(folder, flush, runner);
                var server = listen(port, into, runner)) {
            out.println("listening on " + server.port());
            while (true) Thread.sleep(Duration.ofDays(1));
        }
    }

    private void measure(Measurement one, Load load, JobRunner runner) throws Exception {
        var took = new ArrayList<Took>();
        for (int run = 0; run < RUNS; run++) took.add(once(one, runner));
        out.println(line(one, load, took));
    }

    private Took once(Measurement one, JobRunner runner) throws Exception {
        try (var into = new BenchFolder(folder, one.flush(), runner)) {
            long before = processor();
            long start = System.nanoTime();
            one.act().run(into);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Took(seconds, (processor() - before) / 1e3);
        }
    }

    private static String line(Measurement one, Load load, List<Took> took) {
        var seconds = took.stream().mapToDouble(Took::seconds).sorted().toArray();
        double median = seconds[seconds.length / 2];
        return String.format(
                Locale.ROOT,
                "%-34s %5.2f/%5.2f/%5.2f s, %5.0f inst/s, %4.0f MB/s, %5.2f s of processor",
                one.what(),
                seconds[0],
                median,
                seconds[seconds.length - 1],
                load.instances() / median,
                load.bytes() / median / 1e6,
                took.stream().mapToDouble(Took::processor).average().orElse(0));
    }

    private static long processor() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }
}
