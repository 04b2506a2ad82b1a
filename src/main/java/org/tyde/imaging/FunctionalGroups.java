package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.Optional;

/// Where a functional group of one frame stands: with the frame, with all frames, or (in images that have
/// none) in the data set itself (PS3.3 C.7.6.16).
record FunctionalGroups(DataSet whole, Optional<DataSet> shared, Optional<DataSet> own) {
    DataSet macro(Tag sequence) throws Refusal {
        if (own.isPresent()) {
            var mine = own.get().item(sequence);
            if (mine.isPresent()) return mine.get();
        }
        if (shared.isPresent()) {
            var ours = shared.get().item(sequence);
            if (ours.isPresent()) return ours.get();
        }
        return whole;
    }
}
