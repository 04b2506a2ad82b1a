package org.tyde.app.bench;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.dicom.Vr;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.StudyFilter;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The cache on this disk: taking in a CT of 200 slices of 512 KiB, on one thread and on four at a time;
/// reading a header and a frame's bytes; searching among many studies.
public final class CacheBench {
    private static final int SLICES = 200;
    private static final int STUDIES = 2_000;

    private final PrintStream out;
    private final Random random = new Random(20261122);

    /// @param out takes a line a case
    public CacheBench(PrintStream out) {
        this.out = out;
    }

    /// @throws IOException the disk refuses
    public void run() throws Exception {
        var folder = Files.createTempDirectory("tyde-bench-cache");
        try (var runner = new JobRunner(1);
                var cache = Cache.open(folder, runner)) {
            cache.recovery().await();
            take(cache, runner, 1);
            take(cache, runner, 4);
            reading(cache);
            searching(cache);
            new BlobBench(out).run(folder, runner);
        } finally {
            remove(folder);
        }
    }

    private void take(Cache cache, JobRunner runner, int threads) throws Refusal {
        var study = Uids.create();
        var slices = new ArrayList<byte[]>();
        for (int i = 0; i < SLICES; i++) slices.add(Cache.part10(slice(study, i, 512 * 1024)));
        long start = System.nanoTime();
        var jobs = new ArrayList<Job<Integer>>();
        for (int t = 0; t < threads; t++) {
            int first = t;
            jobs.add(
                    runner.waiting(
                            "take slices in",
                            _ -> {
                                for (int i = first; i < SLICES; i += threads)
                                    cache.accept(new ByteArrayInputStream(slices.get(i)));
                                return first;
                            }));
        }
        for (var job : jobs) job.await();
        double taken = (System.nanoTime() - start) / 1e6;
        cache.flush();
        double indexed = (System.nanoTime() - start) / 1e6;
        out.printf(
                Locale.ROOT,
                "take in %d x 512 KiB, %d at a time: readable after %.0f ms, indexed after %.0f"
                        + " ms%n",
                SLICES,
                threads,
                taken,
                indexed);
    }

    private void reading(Cache cache) throws Exception {
        var study = cache.index().studies(StudyFilter.ALL).getFirst().uid();
        var held = cache.index().ofStudy(study);
        var sop = held.getFirst().instance().uid();
        out.println(Timing.of(300, () -> cache.header(sop)).line("header that was read before"));
        out.println(
                Timing.of(100, () -> cache.header(sop).bulk(Tag.PIXEL_DATA).orElseThrow().all())
                        .line("512 KiB of pixels out of a blob"));
        out.println(
                Timing.of(50, () -> cache.index().ofStudy(study))
                        .line("the 200 instances of a study from the index"));
    }

    private void searching(Cache cache) throws Exception {
        for (int i = 0; i < STUDIES; i++) cache.accept(slice(Uids.create(), i, 64));
        cache.flush();
        for (var typed : List.of("braat", "oe 1999", "ct thorax")) {
            var filter = StudyFilter.ALL.with(typed);
            int found = cache.index().studies(filter).size();
            out.println(
                    Timing.of(30, () -> cache.index().studies(filter))
                            .line("search '%s' in %d: %d".formatted(typed, STUDIES, found)));
        }
    }

    private DataSet slice(String study, int number, int bytes) {
        var pixels = new byte[bytes];
        random.nextBytes(pixels);
        return DataSet.builder()
                .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, Uids.create())
                .text(Tag.STUDY_INSTANCE_UID, study)
                .text(Tag.SERIES_INSTANCE_UID, study + ".1")
                .text(Tag.MODALITY, "CT")
                .text(Tag.INSTANCE_NUMBER, String.valueOf(number + 1))
                .text(Tag.STUDY_DESCRIPTION, number % 2 == 0 ? "CT thorax" : "CT caput")
                .text(Tag.ACCESSION_NUMBER, String.valueOf(number))
                .text(Tag.PATIENT_ID, study.substring(study.length() - 11))
                .personName(
                        Tag.PATIENT_NAME,
                        PersonName.parse(number % 10 == 0 ? "Bråten^Øystein" : "Lie^Kari"))
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels)
                .build();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
