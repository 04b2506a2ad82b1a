package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.OptionalInt;

/// One object of a series (PS3.3 C.12.1).
///
/// @param uid SOP Instance UID (0008,0018)
/// @param seriesUid of its series
/// @param studyUid of its study
/// @param sopClass SOP Class UID (0008,0016)
/// @param number Instance Number (0020,0013)
/// @param frames Number of Frames (0028,0008), 1 where not said
/// @param transferSyntax UID of the encoding it is kept in, empty where not known
public record Instance(
        String uid,
        String seriesUid,
        String studyUid,
        String sopClass,
        OptionalInt number,
        int frames,
        String transferSyntax) {
    /// @param header of the instance
    /// @return the instance, its encoding not known unless the archive says which it offers
    /// @throws DicomFormatException an attribute is malformed
    public static Instance from(DataSet header) throws DicomFormatException {
        return from(header, header.textOr(Tag.AVAILABLE_TRANSFER_SYNTAX_UID, ""));
    }

    /// @param header of the instance
    /// @param transferSyntax UID of the encoding it is kept in, empty where not known
    /// @return the instance
    /// @throws DicomFormatException an attribute is malformed
    public static Instance from(DataSet header, String transferSyntax) throws DicomFormatException {
        return new Instance(
                header.textOr(Tag.SOP_INSTANCE_UID, ""),
                header.textOr(Tag.SERIES_INSTANCE_UID, ""),
                header.textOr(Tag.STUDY_INSTANCE_UID, ""),
                header.textOr(Tag.SOP_CLASS_UID, ""),
                header.integer(Tag.INSTANCE_NUMBER),
                header.integer(Tag.NUMBER_OF_FRAMES).orElse(1),
                transferSyntax);
    }
}
