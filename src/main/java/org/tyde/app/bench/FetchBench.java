package org.tyde.app.bench;

import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.Vr;
import org.tyde.dicomweb.Endpoint;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.Protection;
import org.tyde.store.seal.PassPhrase;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/// Fetches a CT of 512 x 512 by DICOMweb into an empty cache: from the embedded archive in this process, or
/// from another that the study is sent to first.
public final class FetchBench {
    private static final int RUNS = 5;
    private static final int SERIES = 200;
    private static final int SIZE = 512;
    private static final int AT_ONCE = 50;

    private final PrintStream out;
    private final int slices;
    private final String study = Uids.create();
    private final List<String> series = new ArrayList<>();
    private final String salt = Uids.create();

    /// @param out takes a line an archive
    /// @param slices of the study, 200 a series
    public FetchBench(PrintStream out, int slices) {
        this.out = out;
        this.slices = slices;
        for (int i = 0; i < slices; i += SERIES) series.add(Uids.create());
    }

    /// @param other base of another archive's DICOMweb, which keeps the study and is asked instead of the
    ///     embedded one
    /// @throws Exception when an archive fails
    public void run(Optional<String> other) throws Exception {
        var folder = Files.createTempDirectory("tyde-bench");
        try (var runner = new JobRunner()) {
            if (other.isPresent()) {
                send(other.get(), folder, runner);
                all(other.get(), other.get(), folder, runner);
                return;
            }
            try (var archive = new EmbeddedArchive(folder.resolve("archive"))) {
                for (int i = 0; i < slices; i++)
                    archive.put(slice(i), TransferSyntax.EXPLICIT_LITTLE);
                var server = archive.serve(0, runner);
                all("embedded archive", server.base().toString(), folder, runner);
            }
        } finally {
            delete(folder);
        }
    }

    private void send(String address, Path folder, JobRunner runner) throws Refusal {
        try (var cache = Cache.open(folder.resolve("sent"), runner);
                var source = Nodes.web(Endpoint.of(address, address), cache, runner)) {
            for (int i = 0; i < slices; i += AT_ONCE) {
                var some = new ArrayList<DataSet>();
                for (int k = i; k < Math.min(slices, i + AT_ONCE); k++) some.add(slice(k));
                source.sendDataSets(some);
            }
        }
    }

    private void all(String name, String address, Path folder, JobRunner runner) throws Exception {
        for (var sealed : List.of(false, true)) {
            fetch(folder, address, sealed, runner);
            var runs = new ArrayList<Run>();
            for (int i = 0; i < RUNS; i++) runs.add(fetch(folder, address, sealed, runner));
            say(name + (sealed ? ", encrypted" : ""), runs);
        }
    }

    /// How one fetch went.
    ///
    /// @param first milliseconds until the first instance could be read
    /// @param came milliseconds until the archive had no more
    /// @param durable milliseconds until all was on disk and indexed
    /// @param cpu milliseconds of processor, all cores
    /// @param grown bytes by which the process grew meanwhile, at most
    private record Run(double first, double came, double durable, long cpu, long grown) {}

    private Run fetch(Path folder, String address, boolean sealed, JobRunner runner)
            throws Exception {
        var here = Files.createTempDirectory(folder, "cache");
        var protection = new Protection(new PassPhrase("twelve characters".toCharArray()), sealed);
        try (var cache = Cache.open(here, runner, protection);
                var source = Nodes.web(Endpoint.of(address, address), cache, runner);
                var memory = new ResidentMemory(runner)) {
            long cpu = processorMillis();
            long start = System.nanoTime();
            var firstAt = new AtomicLong();
            var retrieval = source.retrieve(study);
            try (var _ =
                    retrieval.onInstance(
                            _ -> firstAt.compareAndSet(0, System.nanoTime() - start))) {
                retrieval.job().await();
            }
            double came = (System.nanoTime() - start) / 1e6;
            cache.flush();
            double durable = (System.nanoTime() - start) / 1e6;
            return new Run(
                    firstAt.get() / 1e6, came, durable, processorMillis() - cpu, memory.grown());
        } finally {
            delete(here);
        }
    }

    private void say(String name, List<Run> runs) {
        double bytes = 2.0 * SIZE * SIZE * slices;
        double median = middle(runs, Run::durable);
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s: first instance %.0f ms; all %d here %.0f ms; on disk and indexed"
                                + " %.0f/%.0f/%.0f ms, %.0f MB/s; %.0f ms of processor; grown by"
                                + " %.0f MB",
                        name,
                        middle(runs, Run::first),
                        slices,
                        middle(runs, Run::came),
                        runs.stream().mapToDouble(Run::durable).min().orElse(0),
                        median,
                        runs.stream().mapToDouble(Run::durable).max().orElse(0),
                        bytes / median / 1e3,
                        middle(runs, Run::cpu),
                        runs.stream().mapToLong(Run::grown).max().orElse(0) / 1e6));
    }

    private static double middle(List<Run> runs, ToDoubleFunction<Run> what) {
        return runs.stream().mapToDouble(what).sorted().toArray()[runs.size() / 2];
    }

    /// Of this process, all cores; says more than the clock where others work too.
    private static long processorMillis() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    private DataSet slice(int i) throws Refusal {
        var random = new Random(i);
        var pixels = new byte[SIZE * SIZE * 2];
        for (int p = 0; p < pixels.length; p += 2) pixels[p] = (byte) random.nextInt(64);
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, salt.substring(0, 40) + "." + (i + 1))
                .text(Tag.STUDY_INSTANCE_UID, study)
                .text(Tag.SERIES_INSTANCE_UID, series.get(i / SERIES))
                .personName(Tag.PATIENT_NAME, PersonName.of("Bench", "Fetch"))
                .text(Tag.PATIENT_ID, "bench")
                .text(Tag.STUDY_DATE, "20261122")
                .text(Tag.STUDY_TIME, "120000")
                .text(Tag.MODALITY, "CT")
                .integer(Tag.SERIES_NUMBER, i / SERIES + 1)
                .integer(Tag.INSTANCE_NUMBER, i % SERIES + 1)
                .decimal(Tag.IMAGE_POSITION_PATIENT, 0, 0, i)
                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                .decimal(Tag.PIXEL_SPACING, 0.7, 0.7)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .decimal(Tag.RESCALE_INTERCEPT, -1024)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, SIZE)
                .integer(Tag.COLUMNS, SIZE)
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 16)
                .integer(Tag.HIGH_BIT, 15)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(pixels))
                .build();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(FetchBench::remove);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
