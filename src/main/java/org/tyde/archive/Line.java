package org.tyde.archive;

import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.nio.file.Path;
import java.util.List;

/// One way to speak with an archive: DICOMweb, or DIMSE. As [StudySource], but without retrievals: those
/// go over [#wire()]. Thread-safe.
public interface Line extends AutoCloseable {
    /// @param query what is searched for
    /// @return studies, the newest first, at most as many as the query's limit
    /// @throws Refusal when there is no answer
    List<Study> find(StudyQuery query) throws Refusal;

    /// @param studyUid of a study
    /// @return its series, by number
    /// @throws Refusal when there is no answer
    List<Series> series(String studyUid) throws Refusal;

    /// @param studyUid of a study
    /// @param seriesUid of a series of it
    /// @return what the archive says of its instances, without bulk data
    /// @throws Refusal when there is no answer
    List<DataSet> instances(String studyUid, String seriesUid) throws Refusal;

    /// @param files in PS3.10 form
    /// @throws Refusal when any of them was not stored; sending them again is harmless
    void send(List<Path> files) throws Refusal;

    /// @param dataSets each with its SOP Class and Instance UID
    /// @throws Refusal when any of them was not stored; sending them again is harmless
    void sendDataSets(List<DataSet> dataSets) throws Refusal;

    /// @return what retrievals go over
    Wire wire();

    @Override
    void close();
}
