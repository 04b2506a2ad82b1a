package org.tyde.store;

import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Series;
import org.tyde.study.Sex;
import org.tyde.study.Study;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/// An index as full as one wishes, to measure it by: made-up studies whose blobs are not there. Three of four
/// are radiographs of 3 images, the rest CT of 250 in 5 series and MR of 100 in 10; 50 images on average.
public final class IndexTrial {
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final Instant ARRIVED = Instant.parse("2026-11-23T08:00:00Z");
    private static final List<String> FAMILIES =
            List.of("Hansen", "Bråten", "Lie", "Øvrebø", "Nilsen", "Ås", "Dahl", "Sæther", "Moen");
    private static final List<String> GIVEN =
            List.of("Kari", "Øystein", "Per", "Ingrid", "Åse", "Ola", "Mari", "Lars", "Sigrid");

    private final Cache cache;
    private final Random random = new Random(20261123);
    private final List<IndexEntry> waiting = new ArrayList<>();
    private int made;
    private int studies;

    /// @param cache without instances
    public IndexTrial(Cache cache) {
        this.cache = cache;
    }

    /// Adds instances, 64 in a transaction as when they are fetched.
    ///
    /// @param instances how many there are to be in all; the last study is finished
    /// @throws Refusal the index cannot be written
    public void fillTo(int instances) throws Refusal {
        while (made < instances) study();
        write();
    }

    /// @return instances that were added so far
    public int instances() {
        return made;
    }

    /// @return studies that were added so far
    public int studies() {
        return studies;
    }

    /// @param number of a study, from 0
    /// @return its patient's number; two studies have one patient
    public static String patientOf(int number) {
        return "%011d".formatted(10_000_000_000L + number / 2 * 7_919L);
    }

    private void study() throws Refusal {
        int kind = random.nextInt(20);
        if (kind < 15) study("DX", 1, 3, "RTG thorax");
        else if (kind < 18) study("CT", 5, 50, "CT abdomen");
        else study("MR", 10, 10, "MR caput");
    }

    private void study(String modality, int series, int images, String description) throws Refusal {
        var uid = "1.2.826.0.1.3680043.9.7433." + random.nextLong(Long.MAX_VALUE);
        var patient = patientOf(studies);
        var person = new Random(studies / 2);
        var name = one(FAMILIES, person) + "^" + one(GIVEN, person) + " " + studies / 2;
        var study =
                new Study(
                        uid,
                        new Patient(
                                new PatientId(patient, Optional.empty()),
                                PersonName.parse(name),
                                Optional.of(FIRST.minusDays(person.nextInt(30_000))),
                                Optional.of(Sex.FEMALE),
                                Optional.empty()),
                        Optional.of(FIRST.plusDays(random.nextInt(3_900))),
                        Optional.of(LocalTime.ofSecondOfDay(random.nextInt(86_400))),
                        "A" + studies,
                        description,
                        Set.of(modality),
                        Optional.empty(),
                        Optional.of("Tønsberg sykehus"),
                        Optional.empty(),
                        Optional.empty(),
                        -1,
                        -1);
        for (int s = 1; s <= series; s++) {
            var one =
                    new Series(
                            uid + "." + s,
                            uid,
                            OptionalInt.of(s),
                            modality,
                            "serie " + s,
                            Optional.empty(),
                            Optional.empty(),
                            0);
            for (int i = 1; i <= images; i++) image(study, one, i);
        }
        studies++;
    }

    private void image(Study study, Series series, int number) throws Refusal {
        var uid = series.uid() + "." + number;
        var digest = BlobCache.sha256().digest(uid.getBytes(StandardCharsets.US_ASCII));
        waiting.add(
                new IndexEntry(
                        study,
                        series,
                        new Instance(
                                uid,
                                series.uid(),
                                study.uid(),
                                SopClass.CT_IMAGE_STORAGE,
                                OptionalInt.of(number),
                                1,
                                "1.2.840.10008.1.2.1"),
                        new BlobId(HexFormat.of().formatHex(digest)),
                        525_000,
                        ARRIVED,
                        "",
                        ""));
        made++;
        if (waiting.size() == IndexBatch.FULL) write();
    }

    private void write() throws Refusal {
        cache.index().add(waiting);
        waiting.clear();
    }

    private static String one(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
