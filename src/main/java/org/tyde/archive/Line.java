package org.tyde.archive;

import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.nio.file.Path;
import java.util.List;

/// One way to speak with an archive: DICOMweb, or DIMSE. As [StudySource], but without retrievals: those
/// go over [#wire()].
interface Line extends AutoCloseable {
    List<Study> find(StudyQuery query) throws Refusal;

    List<Series> series(String studyUid) throws Refusal;

    List<DataSet> instances(String studyUid, String seriesUid) throws Refusal;

    void send(List<Path> files) throws Refusal;

    void sendDataSets(List<DataSet> dataSets) throws Refusal;

    Wire wire();

    @Override
    void close();
}
