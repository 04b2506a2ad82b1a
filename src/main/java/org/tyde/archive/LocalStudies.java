package org.tyde.archive;

import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.StudyFilter;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is here when no archive answers: the studies of the cache, searched as archives are.
///
/// @param cache what was fetched
record LocalStudies(Cache cache) {
    List<Study> find(StudyQuery query) throws Refusal {
        cache.flush();
        var number = query.textIsNumber() ? query.text() : "";
        var filter =
                new StudyFilter(
                        number.isEmpty() ? query.text() : number.replace("*", ""),
                        exact(query.patientId()),
                        query.dateFrom(),
                        query.dateTo(),
                        query.modalities(),
                        query.limit() + query.offset());
        return cache.index().studies(filter).stream()
                .filter(s -> query.accession().isEmpty() || query.accession().equals(s.accession()))
                .filter(s -> begins(s.patient().id().value(), query.patientId()))
                .filter(
                        s ->
                                query.birthDate().isEmpty()
                                        || query.birthDate().equals(s.patient().birthDate()))
                .sorted(RegionalArchive.NEWEST_FIRST)
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    private static Optional<String> exact(String id) {
        return id.isEmpty() || id.endsWith("*") ? Optional.empty() : Optional.of(id);
    }

    private static boolean begins(String id, String wanted) {
        return !wanted.endsWith("*") || id.startsWith(wanted.substring(0, wanted.length() - 1));
    }

    List<Series> series(String studyUid) throws Refusal {
        cache.flush();
        return cache.index().series(studyUid);
    }

    List<DataSet> instances(String seriesUid) throws Refusal {
        cache.flush();
        var headers = new ArrayList<DataSet>();
        for (var one : cache.index().instances(seriesUid)) headers.add(cache.header(one.uid()));
        return headers;
    }
}
