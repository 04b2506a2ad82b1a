package org.tyde.dicomweb;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an origin server has to give. Called from many threads at once.
public interface Holdings {
    /// One instance as held.
    ///
    /// @param studyUid its study
    /// @param seriesUid its series
    /// @param sopUid its SOP Instance UID
    /// @param sopClass its SOP Class UID
    /// @param syntax how its file is written
    /// @param file its PS3.10 file
    record Held(
            String studyUid,
            String seriesUid,
            String sopUid,
            String sopClass,
            TransferSyntax syntax,
            Path file) {}

    /// @param level what is searched for
    /// @param studyUid only within this study
    /// @param seriesUid only within this series
    /// @return every candidate, with the attributes of the levels above too, and the counts (PS3.18
    ///     10.6.3.3)
    /// @throws Refusal when they cannot be listed
    List<DataSet> candidates(QidoLevel level, Optional<String> studyUid, Optional<String> seriesUid)
            throws Refusal;

    /// @param studyUid of the study
    /// @param seriesUid only this series
    /// @param sopUid only this instance
    /// @return what is held, in the order to send it
    /// @throws Refusal when it cannot be listed
    List<Held> held(String studyUid, Optional<String> seriesUid, Optional<String> sopUid)
            throws Refusal;

    /// @param instance one that is held
    /// @param frame 1-based
    /// @return its bytes as stored: one frame of native pixels, or of the compressed ones
    /// @throws Refusal when there is no such frame
    BulkData frame(Held instance, int frame) throws Refusal;

    /// @param file an instance in PS3.10 form, read to its end
    /// @param studyUid the study it must belong to
    /// @return what was stored
    /// @throws StoreFailure when it was not
    Held store(InputStream file, Optional<String> studyUid) throws StoreFailure;

    /// Why one instance was not stored.
    final class StoreFailure extends Exception {
        private static final long serialVersionUID = 1;

        private final String sopClass;
        private final String sopUid;
        private final int reason;

        /// @param sopClass its SOP Class UID, empty when unknown
        /// @param sopUid its SOP Instance UID, empty when unknown
        /// @param reason Failure Reason (0008,1197)
        /// @param cause what went wrong
        public StoreFailure(String sopClass, String sopUid, int reason, Throwable cause) {
            super(cause);
            this.sopClass = sopClass;
            this.sopUid = sopUid;
            this.reason = reason;
        }

        /// @return its SOP Class UID, empty when unknown
        public String sopClass() {
            return sopClass;
        }

        /// @return its SOP Instance UID, empty when unknown
        public String sopUid() {
            return sopUid;
        }

        /// @return Failure Reason (0008,1197)
        public int reason() {
            return reason;
        }
    }
}
