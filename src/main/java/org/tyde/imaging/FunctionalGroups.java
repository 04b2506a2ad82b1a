package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.Optional;

/// Where a functional group of one frame stands: with the frame, with all frames, or (in images that have
/// none) in the data set itself (PS3.3 C.7.6.16).
record FunctionalGroups(DataSet whole, Optional<DataSet> shared, Optional<DataSet> own) {
    /// What holds for the frame, wherever it stands.
    DataSet macro(Tag sequence) throws Refusal {
        return stated(sequence).orElse(whole);
    }

    /// What a functional group says of the frame; that of the frame goes before that of all.
    Optional<DataSet> stated(Tag sequence) throws Refusal {
        if (own.isPresent()) {
            var mine = own.get().item(sequence);
            if (mine.isPresent()) return mine;
        }
        return shared.isPresent() ? shared.get().item(sequence) : Optional.empty();
    }
}
