package org.tyde.report.sign;

import org.tyde.archive.Retrieval;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.StudySource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.work.WorkReason;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An archive in memory that can fall silent.
public final class FakeArchive implements StudySource {
    public final List<DataSet> held = new CopyOnWriteArrayList<>();
    public boolean dead;

    /// What it says to what is sent, in place of taking it.
    public Optional<Refusal> refuses = Optional.empty();

    /// Whether it says that it took what it does not keep.
    public boolean forgets;

    @Override
    public String name() {
        return "vest";
    }

    @Override
    public List<Study> find(StudyQuery query) throws Refusal {
        answer();
        var studies = new LinkedHashMap<String, Study>();
        for (var object : held) {
            var study = Study.from(object);
            studies.putIfAbsent(study.uid(), study);
        }
        return List.copyOf(studies.values());
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        answer();
        var series = new LinkedHashMap<String, Series>();
        for (var object : held) {
            var one = Series.from(object);
            if (one.studyUid().equals(studyUid)) series.putIfAbsent(one.uid(), one);
        }
        return List.copyOf(series.values());
    }

    @Override
    public List<DataSet> instances(String studyUid, String seriesUid) throws Refusal {
        answer();
        var found = new ArrayList<DataSet>();
        for (var object : held)
            if (object.textOr(Tag.SERIES_INSTANCE_UID, "").equals(seriesUid)) found.add(object);
        return found;
    }

    @Override
    public Retrieval retrieve(String studyUid) {
        throw new UnsupportedOperationException("nothing is fetched here");
    }

    @Override
    public void send(List<Path> files) {
        throw new UnsupportedOperationException("no files are sent here");
    }

    @Override
    public void sendDataSets(List<DataSet> dataSets) throws Refusal {
        answer();
        if (refuses.isPresent()) throw refuses.get();
        if (!forgets) held.addAll(dataSets);
    }

    private void answer() throws Refusal {
        if (dead) throw new Refusal(WorkReason.FAILED, "the archive", "connection refused");
    }
}
