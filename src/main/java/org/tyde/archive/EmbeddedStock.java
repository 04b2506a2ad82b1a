package org.tyde.archive;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicomweb.Holdings.Held;
import org.tyde.dicomweb.QidoLevel;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.dimse.provider.Stock;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the embedded archive holds, for DIMSE.
final class EmbeddedStock implements Stock {
    private static final Tag[] OF_PATIENT = {
        Tag.SPECIFIC_CHARACTER_SET,
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.ISSUER_OF_PATIENT_ID,
        Tag.OTHER_PATIENT_IDS_SEQUENCE,
        Tag.PATIENT_BIRTH_DATE,
        Tag.PATIENT_SEX
    };

    private final EmbeddedArchive archive;

    EmbeddedStock(EmbeddedArchive archive) {
        this.archive = archive;
    }

    @Override
    public List<DataSet> candidates(QueryLevel level, DataSet keys) throws Refusal {
        var study = single(keys, Tag.STUDY_INSTANCE_UID);
        var series = single(keys, Tag.SERIES_INSTANCE_UID);
        return switch (level) {
            case PATIENT -> patients();
            case STUDY -> archive.candidates(QidoLevel.STUDY, Optional.empty(), Optional.empty());
            case SERIES -> archive.candidates(QidoLevel.SERIES, study, Optional.empty());
            case IMAGE -> archive.candidates(QidoLevel.INSTANCE, study, series);
        };
    }

    private static Optional<String> single(DataSet keys, Tag tag) throws Refusal {
        var values = keys.texts(tag);
        return values.size() == 1 && !values.getFirst().isEmpty()
                ? Optional.of(values.getFirst())
                : Optional.empty();
    }

    /// One answer for each identifier and issuer, as its latest study tells it.
    private List<DataSet> patients() throws Refusal {
        var patients = new LinkedHashMap<List<String>, DataSet>();
        var studies = new LinkedHashMap<List<String>, Integer>();
        for (var one : archive.candidates(QidoLevel.STUDY, Optional.empty(), Optional.empty())) {
            var who =
                    List.of(
                            one.textOr(Tag.PATIENT_ID, ""),
                            one.textOr(Tag.ISSUER_OF_PATIENT_ID, ""));
            patients.putIfAbsent(who, DataSet.builder().copy(one, OF_PATIENT).build());
            studies.merge(who, 1, Integer::sum);
        }
        var all = new ArrayList<DataSet>();
        for (var one : patients.entrySet())
            all.add(
                    one.getValue().toBuilder()
                            .integer(
                                    Tag.NUMBER_OF_PATIENT_RELATED_STUDIES,
                                    studies.getOrDefault(one.getKey(), 0))
                            .build());
        return all;
    }

    @Override
    public boolean matchesBy(QueryLevel level, Tag tag) {
        return switch (level) {
            case PATIENT ->
                    List.of(OF_PATIENT).contains(tag)
                            || tag.equals(Tag.NUMBER_OF_PATIENT_RELATED_STUDIES);
            case STUDY -> HeldIndex.tells(QidoLevel.STUDY, tag);
            case SERIES -> HeldIndex.tells(QidoLevel.SERIES, tag);
            case IMAGE -> HeldIndex.tells(QidoLevel.INSTANCE, tag);
        };
    }

    @Override
    public List<Outgoing> held(QueryLevel level, DataSet keys) throws Refusal {
        var patients = values(keys, Tag.PATIENT_ID);
        var studies = values(keys, Tag.STUDY_INSTANCE_UID);
        var series = values(keys, Tag.SERIES_INSTANCE_UID);
        var instances = values(keys, Tag.SOP_INSTANCE_UID);
        var held = new ArrayList<Outgoing>();
        for (var study : archive.candidates(QidoLevel.STUDY, Optional.empty(), Optional.empty())) {
            var uid = study.textOr(Tag.STUDY_INSTANCE_UID, "");
            if (!allows(studies, uid) || !allows(patients, study.textOr(Tag.PATIENT_ID, "")))
                continue;
            for (var one : archive.held(uid, Optional.empty(), Optional.empty()))
                if (allows(series, one.seriesUid()) && allows(instances, one.sopUid()))
                    held.add(outgoing(one));
        }
        return held;
    }

    private static Set<String> values(DataSet keys, Tag tag) throws Refusal {
        var values = new HashSet<>(keys.texts(tag));
        values.remove("");
        return values;
    }

    private static boolean allows(Set<String> asked, String value) {
        return asked.isEmpty() || asked.contains(value);
    }

    private static Outgoing outgoing(Held held) {
        return new Outgoing(
                held.sopUid(),
                held.sopClass(),
                held.sopUid(),
                held.syntax(),
                () -> Outgoing.file(held.file()).opening().open());
    }
}
