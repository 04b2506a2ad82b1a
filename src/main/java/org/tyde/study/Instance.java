package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.OptionalInt;

/// An instance (PS3.3 C.12.1).
///
/// @param uid SOP Instance UID (0008,0018)
/// @param seriesUid Series Instance UID (0020,000E)
/// @param studyUid Study Instance UID (0020,000D)
/// @param sopClass SOP Class UID (0008,0016)
/// @param number Instance Number (0020,0013)
/// @param frames Number of Frames (0028,0008); 1 where not told
/// @param transferSyntax UID, empty where not told
public record Instance(
        String uid,
        String seriesUid,
        String studyUid,
        String sopClass,
        OptionalInt number,
        int frames,
        String transferSyntax) {
    /// @param set of an instance, or a row of a query
    /// @return the instance, with the Available Transfer Syntax UID (0008,3002) that a query told
    /// @throws DicomFormatException where a UID is missing
    public static Instance from(DataSet set) throws DicomFormatException {
        return from(set, set.textOr(Tag.AVAILABLE_TRANSFER_SYNTAX_UID, ""));
    }

    /// @param set of an instance
    /// @param transferSyntax of its file
    /// @return the instance
    /// @throws DicomFormatException where a UID is missing
    public static Instance from(DataSet set, String transferSyntax) throws DicomFormatException {
        return new Instance(
                Attributes.required(set, Tag.SOP_INSTANCE_UID),
                Attributes.required(set, Tag.SERIES_INSTANCE_UID),
                Attributes.required(set, Tag.STUDY_INSTANCE_UID),
                Attributes.required(set, Tag.SOP_CLASS_UID),
                Attributes.integer(set, Tag.INSTANCE_NUMBER),
                Math.max(1, Attributes.integer(set, Tag.NUMBER_OF_FRAMES).orElse(1)),
                transferSyntax);
    }
}
