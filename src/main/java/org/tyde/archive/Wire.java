package org.tyde.archive;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a retrieval needs of an archive, whatever it speaks. Called from several threads.
public interface Wire {
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
        public boolean pictures() {
            return !WITHOUT_PICTURES.contains(modality);
        }
    }

    /// One instance as the archive lists it.
    ///
    /// @param uid its SOP Instance UID
    /// @param number its number, or the greatest int
    record WireInstance(String uid, int number) {}

    /// @return why instances come by another way than the settings put first, empty where they do not
    default Optional<Refusal> detour() {
        return Optional.empty();
    }

    /// @param studyUid of a study
    /// @param job who waits
    /// @return the series there are now; none when the archive does not have the study
    /// @throws Refusal when there is no answer
    List<WireSeries> series(String studyUid, JobContext job) throws Refusal;

    /// @param studyUid of a study
    /// @param seriesUid of a series of it
    /// @param job who waits
    /// @return the instances there are now
    /// @throws Refusal when there is no answer
    List<WireInstance> instances(String studyUid, String seriesUid, JobContext job) throws Refusal;

    /// Brings a whole series.
    ///
    /// @param studyUid of a study
    /// @param seriesUid of a series of it
    /// @param sink takes each instance
    /// @param job who waits; cancelling ends the transfer
    /// @throws Refusal when the transfer is refused or breaks; what came before was handed on
    void series(String studyUid, String seriesUid, Sink sink, JobContext job) throws Refusal;

    /// Brings some instances of a series, in this order where the archive keeps it.
    ///
    /// @param studyUid of a study
    /// @param seriesUid of a series of it
    /// @param sopUids of instances of it
    /// @param sink takes each instance
    /// @param job who waits; cancelling ends the transfer
    /// @throws Refusal when the transfer is refused or breaks; what came before was handed on
    void instances(
            String studyUid, String seriesUid, List<String> sopUids, Sink sink, JobContext job)
            throws Refusal;
}
