package org.tyde.archive;

import static org.tyde.dicom.Tag.*;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;
import org.tyde.dicomweb.Holdings.Held;
import org.tyde.dicomweb.QidoLevel;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a folder of instances holds, in memory: enough to answer searches. Thread-safe.
final class HeldIndex {
    private static final Set<Tag> OF_STUDY =
            Set.of(
                    SPECIFIC_CHARACTER_SET,
                    TIMEZONE_OFFSET_FROM_UTC,
                    STUDY_DATE,
                    STUDY_TIME,
                    ACCESSION_NUMBER,
                    REFERRING_PHYSICIAN_NAME,
                    STUDY_DESCRIPTION,
                    STUDY_INSTANCE_UID,
                    STUDY_ID,
                    PATIENT_NAME,
                    PATIENT_ID,
                    ISSUER_OF_PATIENT_ID,
                    OTHER_PATIENT_IDS_SEQUENCE,
                    PATIENT_BIRTH_DATE,
                    PATIENT_SEX,
                    INSTITUTION_NAME,
                    INSTITUTIONAL_DEPARTMENT_NAME,
                    REQUESTING_SERVICE,
                    REQUESTED_PROCEDURE_PRIORITY,
                    REQUESTED_PROCEDURE_DESCRIPTION,
                    BODY_PART_EXAMINED);
    private static final Set<Tag> OF_SERIES =
            Set.of(
                    MODALITY,
                    SERIES_DESCRIPTION,
                    SERIES_INSTANCE_UID,
                    SERIES_NUMBER,
                    SERIES_DATE,
                    SERIES_TIME,
                    LATERALITY,
                    PROTOCOL_NAME,
                    MANUFACTURER,
                    PERFORMED_PROCEDURE_STEP_START_DATE,
                    PERFORMED_PROCEDURE_STEP_START_TIME,
                    REQUEST_ATTRIBUTES_SEQUENCE);

    private static final Set<Tag> COUNTED_OF_STUDY =
            Set.of(
                    MODALITIES_IN_STUDY,
                    SOP_CLASSES_IN_STUDY,
                    INSTANCE_AVAILABILITY,
                    NUMBER_OF_STUDY_RELATED_SERIES,
                    NUMBER_OF_STUDY_RELATED_INSTANCES);

    private record Entry(Held held, DataSet header, int number) {}

    private final Map<String, Entry> bySop = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Entry>>> byStudy = new LinkedHashMap<>();

    /// Whether candidates of that level tell of an attribute.
    static boolean tells(QidoLevel level, Tag tag) {
        return switch (level) {
            case STUDY -> OF_STUDY.contains(tag) || COUNTED_OF_STUDY.contains(tag);
            case SERIES ->
                    OF_STUDY.contains(tag)
                            || OF_SERIES.contains(tag)
                            || tag.equals(NUMBER_OF_SERIES_RELATED_INSTANCES);
            case INSTANCE -> !tag.isPrivate();
        };
    }

    /// @return false when its SOP Instance UID is held already
    synchronized boolean add(Held held, DataSet header) throws Refusal {
        int number;
        try {
            number = header.integer(INSTANCE_NUMBER).orElse(Integer.MAX_VALUE);
        } catch (Refusal unreadable) {
            number = Integer.MAX_VALUE;
        }
        var entry = new Entry(held, withoutBulk(header), number);
        if (bySop.putIfAbsent(held.sopUid(), entry) != null) return false;
        var series =
                byStudy.computeIfAbsent(held.studyUid(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(held.seriesUid(), _ -> new ArrayList<>());
        series.add(entry);
        series.sort(Comparator.comparingInt(Entry::number));
        return true;
    }

    synchronized void addAll(List<EmbeddedArchive.Written> all) throws Refusal {
        for (var one : all) add(one.held(), one.header());
    }

    synchronized Optional<Held> find(String sopUid) {
        return Optional.ofNullable(bySop.get(sopUid)).map(Entry::held);
    }

    synchronized int size() {
        return bySop.size();
    }

    synchronized List<Held> held(
            String studyUid, Optional<String> seriesUid, Optional<String> sopUid) {
        return series(Optional.of(studyUid), seriesUid).stream()
                .flatMap(List::stream)
                .map(Entry::held)
                .filter(h -> sopUid.isEmpty() || sopUid.get().equals(h.sopUid()))
                .toList();
    }

    synchronized List<DataSet> candidates(
            QidoLevel level, Optional<String> studyUid, Optional<String> seriesUid) throws Refusal {
        var found = new ArrayList<DataSet>();
        switch (level) {
            case STUDY -> {
                for (var study : byStudy.values()) found.add(study(study.values()));
                found.sort(Comparator.comparing(HeldIndex::moment).reversed());
            }
            case SERIES -> {
                for (var one : series(studyUid, seriesUid)) found.add(series(one));
            }
            case INSTANCE -> {
                for (var one : series(studyUid, seriesUid))
                    for (var entry : one) found.add(entry.header());
            }
        }
        return found;
    }

    private List<List<Entry>> series(Optional<String> studyUid, Optional<String> seriesUid) {
        var found = new ArrayList<List<Entry>>();
        for (var study : byStudy.entrySet()) {
            if (studyUid.isPresent() && !studyUid.get().equals(study.getKey())) continue;
            for (var series : study.getValue().entrySet())
                if (seriesUid.isEmpty() || seriesUid.get().equals(series.getKey()))
                    found.add(series.getValue());
        }
        return found;
    }

    private static DataSet study(Iterable<List<Entry>> allSeries) throws Refusal {
        var study = DataSet.builder();
        var modalities = new TreeSet<String>();
        var classes = new TreeSet<String>();
        int series = 0;
        int instances = 0;
        for (var one : allSeries) {
            var header = one.getFirst().header();
            header.text(MODALITY).ifPresent(modalities::add);
            for (var entry : one) classes.add(entry.held().sopClass());
            // later series, such as reports, do not say more about the study than its images do
            if (series == 0) put(study, header, OF_STUDY);
            series++;
            instances += one.size();
        }
        return study.text(MODALITIES_IN_STUDY, modalities.toArray(String[]::new))
                .text(SOP_CLASSES_IN_STUDY, classes.toArray(String[]::new))
                .text(INSTANCE_AVAILABILITY, "ONLINE")
                .integer(NUMBER_OF_STUDY_RELATED_SERIES, series)
                .integer(NUMBER_OF_STUDY_RELATED_INSTANCES, instances)
                .build();
    }

    private static DataSet series(List<Entry> one) throws Refusal {
        var header = one.getFirst().header();
        var series = DataSet.builder();
        put(series, header, OF_STUDY);
        put(series, header, OF_SERIES);
        return series.integer(NUMBER_OF_SERIES_RELATED_INSTANCES, one.size()).build();
    }

    private static void put(DataSetBuilder to, DataSet from, Set<Tag> tags) {
        for (var element : from)
            if (tags.contains(element.tag())) to.put(element, from.characterSet());
    }

    private static String moment(DataSet study) {
        try {
            return study.textOr(STUDY_DATE, "") + study.textOr(STUDY_TIME, "");
        } catch (Refusal unreadable) {
            return "";
        }
    }

    private static DataSet withoutBulk(DataSet header) {
        var heavy = new HashSet<Tag>();
        for (Element element : header)
            if (element.value() instanceof Value.Bulk
                    || element.value() instanceof Value.Fragments
                    || element.tag().isPrivate()) heavy.add(element.tag());
        var light = header.toBuilder();
        heavy.forEach(light::remove);
        return light.build();
    }
}
