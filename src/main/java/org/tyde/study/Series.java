package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.Optional;
import java.util.OptionalInt;

/// One series (PS3.3 C.7.3.1).
///
/// @param uid Series Instance UID (0020,000E)
/// @param studyUid of its study
/// @param number Series Number (0020,0011)
/// @param modality Modality (0008,0060), empty where not said
/// @param description Series Description (0008,103E), empty where not said
/// @param bodyPart Body Part Examined (0018,0015)
/// @param laterality Laterality (0020,0060)
/// @param instanceCount Number of Series Related Instances (0020,1209), -1 where not said
public record Series(
        String uid,
        String studyUid,
        OptionalInt number,
        String modality,
        String description,
        Optional<String> bodyPart,
        Optional<Laterality> laterality,
        int instanceCount) {
    /// @param header of an instance, or a QIDO-RS answer on the level of series
    /// @return the series it tells of
    /// @throws DicomFormatException an attribute is malformed
    public static Series from(DataSet header) throws DicomFormatException {
        return new Series(
                header.textOr(Tag.SERIES_INSTANCE_UID, ""),
                header.textOr(Tag.STUDY_INSTANCE_UID, ""),
                header.integer(Tag.SERIES_NUMBER),
                header.textOr(Tag.MODALITY, ""),
                header.textOr(Tag.SERIES_DESCRIPTION, ""),
                header.text(Tag.BODY_PART_EXAMINED),
                header.text(Tag.LATERALITY).flatMap(Laterality::of),
                header.integer(Tag.NUMBER_OF_SERIES_RELATED_INSTANCES).orElse(-1));
    }
}
