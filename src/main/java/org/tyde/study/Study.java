package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// One examination (PS3.3 C.7.2.1), as a QIDO-RS answer or a header tells it.
///
/// @param uid Study Instance UID (0020,000D)
/// @param patient whose it is
/// @param date Study Date (0008,0020)
/// @param time Study Time (0008,0030)
/// @param accession Accession Number (0008,0050), empty where not said
/// @param description Study Description (0008,1030), empty where not said
/// @param modalities Modalities in Study (0008,0061), or the header's own modality
/// @param bodyPart Body Part Examined (0018,0015)
/// @param institution Institution Name (0008,0080)
/// @param referringUnit Requesting Service (0032,1033)
/// @param priority Requested Procedure Priority (0040,1003)
/// @param seriesCount Number of Study Related Series (0020,1206), -1 where not said
/// @param instanceCount Number of Study Related Instances (0020,1208), -1 where not said
public record Study(
        String uid,
        Patient patient,
        Optional<LocalDate> date,
        Optional<LocalTime> time,
        String accession,
        String description,
        Set<String> modalities,
        Optional<String> bodyPart,
        Optional<String> institution,
        Optional<String> referringUnit,
        Optional<RequestPriority> priority,
        int seriesCount,
        int instanceCount) {
    /// Keeps its own copy.
    public Study {
        modalities = Set.copyOf(modalities);
    }

    /// @param header of an instance, or a QIDO-RS answer on the level of studies
    /// @return the study it tells of
    /// @throws DicomFormatException an attribute is malformed
    public static Study from(DataSet header) throws DicomFormatException {
        var modalities = new LinkedHashSet<>(header.texts(Tag.MODALITIES_IN_STUDY));
        header.text(Tag.MODALITY).ifPresent(modalities::add);
        modalities.remove("");
        var request = header.item(Tag.REQUEST_ATTRIBUTES_SEQUENCE);
        var priority = header.text(Tag.REQUESTED_PROCEDURE_PRIORITY);
        if (priority.isEmpty() && request.isPresent())
            priority = request.get().text(Tag.REQUESTED_PROCEDURE_PRIORITY);
        return new Study(
                header.textOr(Tag.STUDY_INSTANCE_UID, ""),
                Patient.from(header),
                header.date(Tag.STUDY_DATE),
                header.time(Tag.STUDY_TIME),
                header.textOr(Tag.ACCESSION_NUMBER, ""),
                header.textOr(Tag.STUDY_DESCRIPTION, ""),
                modalities,
                header.text(Tag.BODY_PART_EXAMINED),
                header.text(Tag.INSTITUTION_NAME),
                header.text(Tag.REQUESTING_SERVICE),
                priority.flatMap(RequestPriority::of),
                header.integer(Tag.NUMBER_OF_STUDY_RELATED_SERIES).orElse(-1),
                header.integer(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES).orElse(-1));
    }

    /// @return date and time, the day's start where the time is not said
    public Optional<LocalDateTime> when() {
        return date.map(day -> day.atTime(time.orElse(LocalTime.MIDNIGHT)));
    }
}
