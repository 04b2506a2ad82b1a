package org.tyde.archive;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.nio.file.Path;
import java.util.List;

/// Where studies come from and go back to. All methods but [#retrieve] and [#name] wait for the network:
/// call them in a job. Thread-safe.
public interface StudySource {
    /// @return what people call it
    String name();

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
    /// @return the headers of its instances, without bulk data
    /// @throws Refusal when there is no answer
    List<DataSet> instances(String studyUid, String seriesUid) throws Refusal;

    /// Whole objects without images, such as reports: what an archive does not tell of them in its list is
    /// fetched, and kept nowhere.
    ///
    /// @param studyUid of a study
    /// @param seriesUid of a series of it, of a few small objects
    /// @return its objects
    /// @throws Refusal when there is no answer
    default List<DataSet> documents(String studyUid, String seriesUid) throws Refusal {
        return instances(studyUid, seriesUid);
    }

    /// Starts to fetch a study into the cache; what is there already is not fetched again.
    ///
    /// @param studyUid of a study
    /// @return the running retrieval
    Retrieval retrieve(String studyUid);

    /// Starts to fetch a study, among others. Where it is being fetched already, that goes on, at least as
    /// wanted as this.
    ///
    /// @param study of a list
    /// @param priority what for
    /// @return the running retrieval
    default Retrieval retrieve(Study study, FetchPriority priority) {
        return retrieve(study.uid());
    }

    /// Sends instances back.
    ///
    /// @param files in PS3.10 form
    /// @throws Refusal when any of them was not stored; sending them again is harmless
    void send(List<Path> files) throws Refusal;

    /// Sends instances without large bulk data back: reports, key objects, presentation states.
    ///
    /// @param dataSets each with its SOP Class and Instance UID
    /// @throws Refusal when any of them was not stored; sending them again is harmless
    void sendDataSets(List<DataSet> dataSets) throws Refusal;

    /// Looks for what was sent, in its list of instances and nowhere else.
    ///
    /// @param dataSet with its Study, Series and SOP Instance UIDs
    /// @return whether it is there
    /// @throws Refusal when there is no answer
    default boolean has(DataSet dataSet) throws Refusal {
        var uid = dataSet.textOr(Tag.SOP_INSTANCE_UID, "");
        for (var one :
                instances(
                        dataSet.textOr(Tag.STUDY_INSTANCE_UID, ""),
                        dataSet.textOr(Tag.SERIES_INSTANCE_UID, "")))
            if (one.textOr(Tag.SOP_INSTANCE_UID, "").equals(uid)) return true;
        return false;
    }
}
