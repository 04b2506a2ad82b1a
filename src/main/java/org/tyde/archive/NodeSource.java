package org.tyde.archive;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// One archive, whatever it speaks.
public final class NodeSource implements StudySource, AutoCloseable {
    /// Root of the SOP classes of structured reports (PS3.6 table A-1).
    private static final String STRUCTURED_REPORTS = "1.2.840.10008.5.1.4.1.1.88.";

    private final Line line;
    private final Node node;
    private final Shelf shelf;
    private final JobRunner runner;
    private final FetchQueue queue;

    /// @param name what people call it
    /// @param line to it, closed with this
    /// @param parallel transfers at once, at least 1
    /// @param cache where retrievals put what comes
    /// @param runner waits for it
    public NodeSource(String name, Line line, int parallel, Cache cache, JobRunner runner) {
        this(name, line, parallel, new CacheShelf(cache), runner);
    }

    NodeSource(String name, Line line, int parallel, Shelf shelf, JobRunner runner) {
        this.line = line;
        this.shelf = shelf;
        this.runner = runner;
        node = new Node(name, line.wire(), parallel);
        queue = new FetchQueue(runner);
    }

    Node node() {
        return node;
    }

    Shelf shelf() {
        return shelf;
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public List<Study> find(StudyQuery query) throws Refusal {
        return node.ask(() -> line.find(query));
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        return node.ask(() -> line.series(studyUid));
    }

    @Override
    public List<DataSet> instances(String studyUid, String seriesUid) throws Refusal {
        return node.ask(() -> line.instances(studyUid, seriesUid));
    }

    /// A list by C-FIND has the flags of a report, and not what it says.
    @Override
    public List<DataSet> documents(String studyUid, String seriesUid) throws Refusal {
        var told = instances(studyUid, seriesUid);
        boolean all = true;
        for (var one : told) all &= !lacksContent(one);
        if (all) return told;
        var whole = Collections.synchronizedList(new ArrayList<DataSet>());
        return node.ask(
                () -> {
                    node.wire()
                            .series(
                                    studyUid,
                                    seriesUid,
                                    file -> whole.add(DicomReader.read(file).dataSet()),
                                    JobContext.NONE);
                    return List.copyOf(whole);
                });
    }

    private static boolean lacksContent(DataSet object) throws Refusal {
        var sopClass = object.textOr(Tag.SOP_CLASS_UID, STRUCTURED_REPORTS);
        return sopClass.startsWith(STRUCTURED_REPORTS) && !object.has(Tag.CONTENT_SEQUENCE);
    }

    @Override
    public Retrieval retrieve(String studyUid) {
        var retrieval =
                new Retrieval(
                        studyUid,
                        Optional.empty(),
                        FetchPriority.OPEN,
                        List.of(node),
                        shelf,
                        runner,
                        queue);
        queue.add(retrieval);
        return retrieval;
    }

    @Override
    public void send(List<Path> files) throws Refusal {
        node.ask(
                () -> {
                    line.send(files);
                    return true;
                });
    }

    @Override
    public void sendDataSets(List<DataSet> dataSets) throws Refusal {
        node.ask(
                () -> {
                    line.sendDataSets(dataSets);
                    return true;
                });
    }

    @Override
    public boolean has(DataSet dataSet) throws Refusal {
        var uid = dataSet.textOr(Tag.SOP_INSTANCE_UID, "");
        var study = dataSet.textOr(Tag.STUDY_INSTANCE_UID, "");
        var series = dataSet.textOr(Tag.SERIES_INSTANCE_UID, "");
        try {
            return node.ask(() -> node.wire().instances(study, series, JobContext.NONE)).stream()
                    .anyMatch(i -> i.uid().equals(uid));
        } catch (Refusal refused) {
            if (Node.isAbsent(refused)) return false;
            throw refused;
        }
    }

    @Override
    public void close() {
        queue.close();
        line.close();
    }
}
