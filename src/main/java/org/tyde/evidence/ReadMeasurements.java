package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;

import java.util.List;

/// What a document after TID 1500 measured and judged, ours or another's. What is not understood is left out
/// and counted, never guessed.
///
/// @param sopUid SOP Instance UID of the document
/// @param studyUid Study Instance UID of the document
/// @param title of the document (CID 7021)
/// @param groups in the order of the document
/// @param skipped content items that say something that is not in `groups`
public record ReadMeasurements(
        String sopUid, String studyUid, Code title, List<ReadGroup> groups, int skipped) {
    /// Copies the groups.
    public ReadMeasurements {
        groups = List.copyOf(groups);
    }

    /// @param document a structured report of whatever template; one without measurement groups has none
    /// @return its measurement groups
    /// @throws DicomFormatException its root or its evidence is malformed; a malformed item below is skipped
    public static ReadMeasurements of(DataSet document) throws DicomFormatException {
        return new MeasurementReader(document).read();
    }
}
