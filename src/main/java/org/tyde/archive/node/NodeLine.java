package org.tyde.archive.node;

import org.tyde.archive.Line;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.Wire;
import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.nio.file.Path;
import java.util.List;

/// An archive with more than one way to it: asked and sent to by the first, where that refuses by the next.
///
/// @param lines at least one, closed with this
/// @param wire what retrievals go over
record NodeLine(List<Line> lines, Wire wire) implements Line {
    NodeLine {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) throw new IllegalArgumentException("no line");
    }

    private interface Question<T> {
        T ask(Line line) throws Refusal;
    }

    private <T> T asked(Question<T> question) throws Refusal {
        Refusal first;
        try {
            return question.ask(lines.getFirst());
        } catch (Refusal refused) {
            first = refused;
        }
        for (var other : lines.subList(1, lines.size())) {
            try {
                return question.ask(other);
            } catch (Refusal refused) {
                first.addSuppressed(refused);
            }
        }
        throw first;
    }

    @Override
    public List<Study> find(StudyQuery query) throws Refusal {
        return asked(l -> l.find(query));
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        return asked(l -> l.series(studyUid));
    }

    @Override
    public List<DataSet> instances(String studyUid, String seriesUid) throws Refusal {
        return asked(l -> l.instances(studyUid, seriesUid));
    }

    @Override
    public void send(List<Path> files) throws Refusal {
        asked(
                l -> {
                    l.send(files);
                    return true;
                });
    }

    @Override
    public void sendDataSets(List<DataSet> dataSets) throws Refusal {
        asked(
                l -> {
                    l.sendDataSets(dataSets);
                    return true;
                });
    }

    @Override
    public void close() {
        lines.forEach(Line::close);
    }
}
