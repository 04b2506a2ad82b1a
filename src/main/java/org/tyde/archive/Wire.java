package org.tyde.archive;

import org.tyde.dicomweb.WadoClient;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.List;
import java.util.Set;

/// What a retrieval needs of an archive. Called from several threads.
interface Wire {
    /// One series as the archive has it.
    ///
    /// @param uid its Series Instance UID
    /// @param modality its modality
    /// @param number its number, or the greatest int
    /// @param expected instances in it, -1 when the archive does not say
    record WireSeries(String uid, String modality, int number, int expected) {
        /// Modalities (PS3.3 C.7.3.1.1.1) of objects about images, or without any.
        private static final Set<String> WITHOUT_PICTURES =
                Set.of(
                        "SR",
                        "KO",
                        "PR",
                        "DOC",
                        "SEG",
                        "REG",
                        "AU",
                        "ECG",
                        "HD",
                        "PLAN",
                        "RWV",
                        "RTSTRUCT",
                        "RTPLAN",
                        "RTDOSE",
                        "RTRECORD",
                        "FID",
                        "ANN");

        /// @return whether it holds images to look at
        boolean pictures() {
            return !WITHOUT_PICTURES.contains(modality);
        }
    }

    /// The series there are now.
    List<WireSeries> series(String studyUid, JobContext job) throws Refusal;

    /// SOP Instance UIDs of a series.
    List<String> instances(String studyUid, String seriesUid, JobContext job) throws Refusal;

    /// Brings a whole series.
    void series(String studyUid, String seriesUid, WadoClient.Sink sink, JobContext job)
            throws Refusal;

    /// Brings one instance.
    void instance(
            String studyUid, String seriesUid, String sopUid, WadoClient.Sink sink, JobContext job)
            throws Refusal;
}
