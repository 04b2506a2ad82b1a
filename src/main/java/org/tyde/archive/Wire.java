package org.tyde.archive;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/// What a retrieval needs of an archive, whatever it speaks. Called from several threads.
interface Wire {
    /// Takes one instance while it arrives.
    @FunctionalInterface
    interface Sink {
        /// @param part10 its bytes as a PS3.10 file; valid until this returns
        /// @throws IOException ends the transfer
        void accept(InputStream part10) throws IOException;
    }

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

    /// One instance as the archive lists it.
    ///
    /// @param uid its SOP Instance UID
    /// @param number its number, or the greatest int
    record WireInstance(String uid, int number) {}

    /// The series there are now; none when the archive does not have the study.
    List<WireSeries> series(String studyUid, JobContext job) throws Refusal;

    /// The instances of a series there are now.
    List<WireInstance> instances(String studyUid, String seriesUid, JobContext job) throws Refusal;

    /// Brings a whole series.
    void series(String studyUid, String seriesUid, Sink sink, JobContext job) throws Refusal;

    /// Brings some instances of a series, in this order where the archive keeps it.
    void instances(
            String studyUid, String seriesUid, List<String> sopUids, Sink sink, JobContext job)
            throws Refusal;
}
