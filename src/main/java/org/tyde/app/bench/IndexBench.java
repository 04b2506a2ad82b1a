package org.tyde.app.bench;

import org.tyde.store.Cache;
import org.tyde.store.IndexTrial;
import org.tyde.store.Protection;
import org.tyde.store.StudyFilter;
import org.tyde.store.seal.KeySource;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// An index of many instances: what one more costs while it grows, how long a list takes, and the start.
public final class IndexBench {
    private static final int FIRST = 10_000;

    private final PrintStream out;
    private final int instances;

    /// @param out takes a line a case
    /// @param instances at least 10,000
    public IndexBench(PrintStream out, int instances) {
        this.out = out;
        this.instances = instances;
    }

    /// @throws IOException the disk refuses
    public void run() throws Exception {
        run(false);
        run(true);
    }

    private void run(boolean sealed) throws Exception {
        var folder = Files.createTempDirectory("tyde-bench-index");
        try (var runner = new JobRunner(1)) {
            out.println(sealed ? "encrypted:" : "in the clear:");
            int studies;
            try (var cache = open(folder, runner, sealed)) {
                cache.recovery().await();
                var trial = new IndexTrial(cache);
                trial.fillTo(2_000);
                for (int to = FIRST; to <= instances; to = next(to)) grow(trial, to);
                studies = trial.studies();
            }
            long size = Files.size(folder.resolve("index.db"));
            out.printf(Locale.ROOT, "%d studies, index.db %.1f MB%n", studies, size / 1e6);
            start(folder, runner, sealed);
            try (var cache = open(folder, runner, sealed)) {
                lists(cache, studies);
            }
        } finally {
            remove(folder);
        }
    }

    private int next(int to) {
        return to == instances ? to + 1 : (int) Math.min(instances, Math.round(to * 3.1623));
    }

    private void grow(IndexTrial trial, int to) throws Exception {
        int before = trial.instances();
        long cpu = worked();
        long start = System.nanoTime();
        trial.fillTo(to);
        double clock = (System.nanoTime() - start) / 1e3;
        double worked = (worked() - cpu) / 1e3;
        int added = trial.instances() - before;
        out.printf(
                Locale.ROOT,
                "%8d to %8d instances: %.1f us each, of it %.1f us of processor%n",
                before,
                trial.instances(),
                clock / added,
                worked / added);
    }

    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void start(Path folder, JobRunner runner, boolean sealed) throws Exception {
        out.println(
                Timing.of(
                                5,
                                () -> {
                                    try (var cache = open(folder, runner, sealed)) {
                                        return cache.index().studies(limited(StudyFilter.ALL));
                                    }
                                })
                        .line("open and list the newest 500"));
    }

    private void lists(Cache cache, int studies) throws Exception {
        var all = StudyFilter.ALL;
        var filters = new LinkedHashMap<String, StudyFilter>();
        filters.put("the newest 500", limited(all));
        filters.put("the newest 10,000", all);
        filters.put("'braaten'", limited(all.with("braaten")));
        filters.put("'oeystein 17'", limited(all.with("oeystein 17")));
        filters.put("what nobody is called", limited(all.with("zzz")));
        filters.put("one patient", all.ofPatient(IndexTrial.patientOf(studies / 2)));
        filters.put(
                "the CT of one month",
                new StudyFilter(
                        "",
                        Optional.empty(),
                        Optional.of(LocalDate.of(2025, 3, 1)),
                        Optional.of(LocalDate.of(2025, 3, 31)),
                        Set.of("CT"),
                        500));
        long start = System.nanoTime();
        cache.index().studies(limited(all.with("zzz")));
        out.printf(Locale.ROOT, "the first search: %.0f ms%n", (System.nanoTime() - start) / 1e6);
        for (var one : filters.entrySet()) {
            int found = cache.index().studies(one.getValue()).size();
            out.println(
                    Timing.of(30, () -> cache.index().studies(one.getValue()))
                            .line("list %s: %d".formatted(one.getKey(), found)));
        }
    }

    private static StudyFilter limited(StudyFilter filter) {
        return new StudyFilter(
                filter.text(),
                filter.patientId(),
                filter.from(),
                filter.to(),
                filter.modalities(),
                500);
    }

    private static Cache open(Path folder, JobRunner runner, boolean sealed) throws IOException {
        return sealed
                ? Cache.open(folder, runner, new Protection(new FixedKey(), true))
                : Cache.open(folder, runner);
    }

    /// A master key that protects nothing, for measuring.
    static final class FixedKey implements KeySource {
        @Override
        public SecretKey key(byte[] salt, int rounds) {
            return new SecretKeySpec(new byte[32], "AES");
        }

        @Override
        public int rounds() {
            return 0;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
