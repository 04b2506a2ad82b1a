package org.tyde.archive.node;

import org.jspecify.annotations.Nullable;
import org.tyde.archive.Line;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.Wire;
import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.work.JobContext;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A line that is opened when it is first asked for: a key store that is locked or a certificate that is
/// missing is this archive's failure, said where the others' are, and not the program's. Opened anew until it
/// opens.
final class LateLine implements Line, Wire {
    private final Opener opener;
    private @Nullable Line open;

    /// Opens the line.
    interface Opener {
        Line open() throws Refusal;
    }

    LateLine(Opener opener) {
        this.opener = opener;
    }

    private synchronized Line line() throws Refusal {
        if (open == null) open = opener.open();
        return open;
    }

    private synchronized Optional<Line> opened() {
        return Optional.ofNullable(open);
    }

    @Override
    public List<Study> find(StudyQuery query) throws Refusal {
        return line().find(query);
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        return line().series(studyUid);
    }

    @Override
    public List<DataSet> instances(String studyUid, String seriesUid) throws Refusal {
        return line().instances(studyUid, seriesUid);
    }

    @Override
    public void send(List<Path> files) throws Refusal {
        line().send(files);
    }

    @Override
    public void sendDataSets(List<DataSet> dataSets) throws Refusal {
        line().sendDataSets(dataSets);
    }

    @Override
    public Wire wire() {
        return this;
    }

    @Override
    public Optional<Refusal> detour() {
        return opened().flatMap(line -> line.wire().detour());
    }

    @Override
    public List<WireSeries> series(String studyUid, JobContext job) throws Refusal {
        return line().wire().series(studyUid, job);
    }

    @Override
    public List<WireInstance> instances(String studyUid, String seriesUid, JobContext job)
            throws Refusal {
        return line().wire().instances(studyUid, seriesUid, job);
    }

    @Override
    public void series(String studyUid, String seriesUid, Sink sink, JobContext job)
            throws Refusal {
        line().wire().series(studyUid, seriesUid, sink, job);
    }

    @Override
    public void instances(
            String studyUid, String seriesUid, List<String> sopUids, Sink sink, JobContext job)
            throws Refusal {
        line().wire().instances(studyUid, seriesUid, sopUids, sink, job);
    }

    @Override
    public void close() {
        opened().ifPresent(Line::close);
    }
}
