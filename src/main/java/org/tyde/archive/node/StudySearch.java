package org.tyde.archive.node;

import static org.tyde.dicom.Tag.*;

import org.tyde.archive.RegionalArchive;
import org.tyde.archive.StudyQuery;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.NameFold;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is typed, as keys an archive can match; and its answers looked through again here.
final class StudySearch {
    /// Attributes of a study that the list shows, where the archive has them.
    static final List<Tag> SHOWN =
            List.of(
                    STUDY_DESCRIPTION,
                    INSTITUTION_NAME,
                    ISSUER_OF_PATIENT_ID,
                    OTHER_PATIENT_NAMES,
                    PATIENT_BIRTH_NAME,
                    BODY_PART_EXAMINED,
                    REQUESTED_PROCEDURE_PRIORITY,
                    INSTITUTIONAL_DEPARTMENT_NAME,
                    REQUESTING_SERVICE);

    /// Sequences of a study that tell patients and priors apart, where the archive has them.
    static final List<Tag> SHOWN_ITEMS =
            List.of(
                    OTHER_PATIENT_IDS_SEQUENCE,
                    PROCEDURE_CODE_SEQUENCE,
                    ANATOMIC_REGIONS_IN_STUDY_CODE_SEQUENCE);

    /// Attributes of a series that are shown or counted.
    static final List<Tag> OF_SERIES =
            List.of(
                    MODALITY,
                    SERIES_NUMBER,
                    SERIES_DESCRIPTION,
                    BODY_PART_EXAMINED,
                    LATERALITY,
                    NUMBER_OF_SERIES_RELATED_INSTANCES);

    private static final DateTimeFormatter DA = DateTimeFormatter.BASIC_ISO_DATE;

    private StudySearch() {}

    /// Asks an archive for one page of studies.
    @FunctionalInterface
    interface Ask {
        List<DataSet> page(Map<Tag, String> keys, int limit, int offset) throws Refusal;
    }

    static List<Study> find(StudyQuery query, Ask archive) throws Refusal {
        var found = new LinkedHashMap<String, Study>();
        var alternatives = alternatives(query);
        boolean one = alternatives.size() == 1;
        int limit = one ? query.limit() : query.limit() + query.offset();
        for (var keys : alternatives)
            for (var answer : archive.page(keys, limit, one ? query.offset() : 0)) {
                var study = Study.from(readable(answer));
                if (hasWords(study, query)) found.putIfAbsent(study.uid(), study);
            }
        return found.values().stream()
                .sorted(RegionalArchive.NEWEST_FIRST)
                .skip(one ? 0 : query.offset())
                .limit(query.limit())
                .toList();
    }

    static List<Series> series(List<DataSet> answers) throws Refusal {
        var all = new ArrayList<Series>();
        for (var answer : answers) all.add(Series.from(readable(answer)));
        all.sort(Comparator.comparingInt(s -> s.number().orElse(Integer.MAX_VALUE)));
        return all;
    }

    /// A number, or the greatest int where there is none or it cannot be read.
    static int number(DataSet answer, Tag tag) {
        try {
            return answer.integer(tag).orElse(Integer.MAX_VALUE);
        } catch (Refusal malformed) {
            return Integer.MAX_VALUE;
        }
    }

    /// One malformed date must not cost the list: what cannot be read counts as not said.
    private static DataSet readable(DataSet answer) {
        var readable = answer.toBuilder();
        for (var tag : List.of(STUDY_DATE, PATIENT_BIRTH_DATE, STUDY_TIME, SERIES_NUMBER)) {
            try {
                if (tag.equals(STUDY_TIME)) answer.time(tag);
                else if (tag.equals(SERIES_NUMBER)) answer.integer(tag);
                else answer.date(tag);
            } catch (Refusal malformed) {
                readable.remove(tag);
            }
        }
        return readable.build();
    }

    /// A number may be two things, and several modalities are asked for one by one: matching a list of
    /// values is nothing an archive must know (PS3.4 C.2.2.2).
    private static List<Map<Tag, String>> alternatives(StudyQuery query) {
        var common = new LinkedHashMap<Tag, String>();
        if (!query.patientId().isEmpty()) common.put(PATIENT_ID, query.patientId());
        if (!query.accession().isEmpty()) common.put(ACCESSION_NUMBER, query.accession());
        var days = days(query.dateFrom(), query.dateTo());
        if (!days.isEmpty()) common.put(STUDY_DATE, days);
        query.birthDate().ifPresent(day -> common.put(PATIENT_BIRTH_DATE, DA.format(day)));
        var text = query.text();
        var texts = new ArrayList<Map<Tag, String>>();
        if (query.textIsNumber()) {
            texts.add(with(common, ACCESSION_NUMBER, text));
            if (query.patientId().isEmpty()) texts.add(with(common, PATIENT_ID, text + "*"));
        } else {
            texts.add(text.isBlank() ? common : with(common, PATIENT_NAME, pattern(text)));
        }
        if (query.modalities().isEmpty()) return texts;
        var all = new ArrayList<Map<Tag, String>>();
        for (var one : texts)
            for (var modality : query.modalities().stream().sorted().toList())
                all.add(with(one, MODALITIES_IN_STUDY, modality));
        return all;
    }

    private static Map<Tag, String> with(Map<Tag, String> keys, Tag tag, String value) {
        var more = new LinkedHashMap<>(keys);
        more.put(tag, value);
        return more;
    }

    /// A range of dates (PS3.4 C.2.2.2.5).
    private static String days(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isEmpty() && to.isEmpty()) return "";
        if (from.equals(to)) return from.map(DA::format).orElse("");
        return from.map(DA::format).orElse("") + "-" + to.map(DA::format).orElse("");
    }

    /// The longest word, anywhere in the name; letters that are written in two ways match anything. What
    /// comes is looked through again here.
    private static String pattern(String words) {
        var longest =
                Arrays.stream(words.split("[\\s,^]+"))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        var open = longest.replaceAll("(?i)aa|oe|ae|[^a-z0-9'-]", "*").replaceAll("\\*+", "*");
        return ("*" + open + "*").replaceAll("\\*+", "*");
    }

    private static boolean hasWords(Study study, StudyQuery query) {
        if (query.birthDate().isPresent() && !query.birthDate().equals(study.patient().birthDate()))
            return false;
        if (query.textIsNumber() || query.text().isBlank()) return true;
        var all = new StringBuilder(study.patient().name().encoded());
        for (var former : study.patient().formerNames()) all.append(' ').append(former.encoded());
        var name = NameFold.fold(all.toString());
        return Arrays.stream(NameFold.fold(query.text()).split("[\\s,^]+"))
                .allMatch(name::contains);
    }
}
