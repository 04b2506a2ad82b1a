package org.tyde.evidence;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The hierarchical SOP instance reference macro (PS3.3 C.17.2.1): study, series, object, each once.
final class EvidenceSequence {
    private EvidenceSequence() {}

    static List<DataSet> of(Collection<InstanceReference> references) {
        var studies = new LinkedHashMap<String, Map<String, Set<InstanceReference>>>();
        for (var r : references)
            studies.computeIfAbsent(r.studyUid(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(r.seriesUid(), _ -> new LinkedHashSet<>())
                    .add(whole(r));
        var items = new ArrayList<DataSet>();
        for (var study : studies.entrySet())
            items.add(
                    DataSet.builder()
                            .asFound() // others' identifiers, whatever they look like
                            .sequence(Tag.REFERENCED_SERIES_SEQUENCE, series(study.getValue()))
                            .text(Tag.STUDY_INSTANCE_UID, study.getKey())
                            .build());
        return items;
    }

    static List<InstanceReference> read(List<DataSet> studies) throws DicomFormatException {
        var references = new ArrayList<InstanceReference>();
        for (var study : studies)
            for (var series : study.sequence(Tag.REFERENCED_SERIES_SEQUENCE))
                for (var sop : series.sequence(Tag.REFERENCED_SOP_SEQUENCE))
                    references.add(
                            new InstanceReference(
                                    study.textOr(Tag.STUDY_INSTANCE_UID, ""),
                                    series.textOr(Tag.SERIES_INSTANCE_UID, ""),
                                    sop.textOr(Tag.REFERENCED_SOP_CLASS_UID, ""),
                                    sop.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, "")));
        return references;
    }

    private static List<DataSet> series(Map<String, Set<InstanceReference>> series) {
        var items = new ArrayList<DataSet>();
        for (var one : series.entrySet()) {
            var objects = new ArrayList<DataSet>();
            for (var r : one.getValue())
                objects.add(
                        DataSet.builder()
                                .asFound()
                                .text(Tag.REFERENCED_SOP_CLASS_UID, r.sopClass())
                                .text(Tag.REFERENCED_SOP_INSTANCE_UID, r.sopUid())
                                .build());
            items.add(
                    DataSet.builder()
                            .asFound()
                            .sequence(Tag.REFERENCED_SOP_SEQUENCE, objects)
                            .text(Tag.SERIES_INSTANCE_UID, one.getKey())
                            .build());
        }
        return items;
    }

    private static InstanceReference whole(InstanceReference r) {
        return new InstanceReference(r.studyUid(), r.seriesUid(), r.sopClass(), r.sopUid());
    }
}
