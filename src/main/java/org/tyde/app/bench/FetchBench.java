package org.tyde.app.bench;

import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.NodeSource;
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
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Fetches a CT of 200 slices of 512 x 512 by DICOMweb into an empty cache: from the embedded archive in
/// this process, or from another that the study is sent to first.
public final class FetchBench {
    private static final int RUNS = 7;
    private static final int SLICES = 200;
    private static final int SIZE = 512;

    private final PrintStream out;

    /// @param out takes a line an archive
    public FetchBench(PrintStream out) {
        this.out = out;
    }

    /// @param other base of another archive's DICOMweb, which keeps the study
    /// @throws Exception when an archive fails
    public void run(Optional<String> other) throws Exception {
        var folder = Files.createTempDirectory("tyde-bench");
        try (var runner = new JobRunner();
                var archive = new EmbeddedArchive(folder.resolve("archive"));
                var server = archive.serve(0, runner)) {
            var study = study();
            var uid = study.getFirst().textOr(Tag.STUDY_INSTANCE_UID, "");
            for (var one : study) archive.put(one, TransferSyntax.EXPLICIT_LITTLE);
            fetch("embedded archive", server.base().toString(), uid, folder, runner);
            if (other.isPresent()) {
                send(other.get(), study, folder, runner);
                fetch(other.get(), other.get(), uid, folder, runner);
            }
        } finally {
            delete(folder);
        }
    }

    private static void send(String address, List<DataSet> study, Path folder, JobRunner runner)
            throws Refusal {
        try (var cache = Cache.open(folder.resolve("sent"), runner);
                var source = NodeSource.web(Endpoint.of(address, address), cache, runner)) {
            source.sendDataSets(study);
        }
    }

    private void fetch(String name, String address, String uid, Path folder, JobRunner runner)
            throws Exception {
        var first = new double[RUNS];
        var all = new double[RUNS];
        long cpu = 0;
        for (int run = -2; run < RUNS; run++) {
            if (run == 0) cpu = processorMillis();
            var here = Files.createTempDirectory(folder, "cache");
            try (var cache = Cache.open(here, runner);
                    var source = NodeSource.web(Endpoint.of(name, address), cache, runner)) {
                long start = System.nanoTime();
                var firstAt = new AtomicLong();
                var retrieval = source.retrieve(uid);
                try (var _ =
                        retrieval.onInstance(
                                _ -> firstAt.compareAndSet(0, System.nanoTime() - start))) {
                    retrieval.job().await();
                }
                cache.flush();
                if (run >= 0) {
                    first[run] = firstAt.get() / 1e6;
                    all[run] = (System.nanoTime() - start) / 1e6;
                }
            }
            delete(here);
        }
        double used = (processorMillis() - cpu) / (double) RUNS;
        Arrays.sort(first);
        Arrays.sort(all);
        double median = all[RUNS / 2];
        out.println(
                String.format(
                        Locale.ROOT,
                        "%-36s first instance %6.0f ms, all %d indexed %6.0f/%.0f/%.0f ms, %5.0f/s,"
                                + " %4.0f MB/s, %4.0f ms of processor",
                        name,
                        first[RUNS / 2],
                        SLICES,
                        all[0],
                        median,
                        all[RUNS - 1],
                        SLICES / median * 1e3,
                        SLICES * 2.0 * SIZE * SIZE / median / 1e3,
                        used));
    }

    /// Of this process, all cores; says more than the clock where others work too.
    private static long processorMillis() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    private static List<DataSet> study() {
        var random = new Random(200);
        var study = Uids.create();
        var series = Uids.create();
        var all = new ArrayList<DataSet>();
        for (int i = 1; i <= SLICES; i++) {
            var pixels = new byte[SIZE * SIZE * 2];
            for (int p = 0; p < pixels.length; p += 2) pixels[p] = (byte) random.nextInt(64);
            all.add(
                    DataSet.builder()
                            .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                            .text(Tag.SOP_INSTANCE_UID, Uids.create())
                            .text(Tag.STUDY_INSTANCE_UID, study)
                            .text(Tag.SERIES_INSTANCE_UID, series)
                            .personName(Tag.PATIENT_NAME, PersonName.of("Bench", "Fetch"))
                            .text(Tag.PATIENT_ID, "bench")
                            .text(Tag.STUDY_DATE, "20261122")
                            .text(Tag.STUDY_TIME, "120000")
                            .text(Tag.MODALITY, "CT")
                            .integer(Tag.SERIES_NUMBER, 1)
                            .integer(Tag.INSTANCE_NUMBER, i)
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
                            .build());
        }
        return all;
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
