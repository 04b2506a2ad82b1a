package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.Optional;
import java.util.OptionalInt;

/// A series (PS3.3 C.7.3).
///
/// @param uid Series Instance UID (0020,000E)
/// @param studyUid Study Instance UID (0020,000D)
/// @param number Series Number (0020,0011)
/// @param modality Modality (0008,0060), empty where not told
/// @param description Series Description (0008,103E), empty where not given
/// @param bodyPart Body Part Examined (0018,0015)
/// @param laterality Laterality (0020,0060), else Image Laterality (0020,0062)
/// @param instanceCount Number of Series Related Instances (0020,1209), -1 where not told
public record Series(
        String uid,
        String studyUid,
        OptionalInt number,
        String modality,
        String description,
        Optional<String> bodyPart,
        Optional<Laterality> laterality,
        int instanceCount) {
    /// @param set of an instance, or a row of a query
    /// @return its series
    /// @throws DicomFormatException where a UID is missing or text cannot be read
    public static Series from(DataSet set) throws DicomFormatException {
        var side = set.text(Tag.LATERALITY);
        if (side.isEmpty()) side = set.text(Tag.IMAGE_LATERALITY);
        return new Series(
                Attributes.required(set, Tag.SERIES_INSTANCE_UID),
                Attributes.required(set, Tag.STUDY_INSTANCE_UID),
                Attributes.integer(set, Tag.SERIES_NUMBER),
                set.textOr(Tag.MODALITY, ""),
                set.textOr(Tag.SERIES_DESCRIPTION, ""),
                set.text(Tag.BODY_PART_EXAMINED),
                side.flatMap(Laterality::of),
                Attributes.integer(set, Tag.NUMBER_OF_SERIES_RELATED_INSTANCES).orElse(-1));
    }
}
