package org.tyde.study;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A study (PS3.3 C.7.2).
///
/// @param uid Study Instance UID (0020,000D)
/// @param patient whose it is
/// @param date Study Date (0008,0020)
/// @param time Study Time (0008,0030)
/// @param accession Accession Number (0008,0050), empty where not given
/// @param description Study Description (0008,1030), empty where not given
/// @param modalities Modalities in Study (0008,0061), else Modality (0008,0060); sorted
/// @param bodyPart Body Part Examined (0018,0015)
/// @param institution Institution Name (0008,0080)
/// @param referringUnit Requesting Service (0032,1033), else Institutional Department Name
///     (0008,1040)
/// @param priority Requested Procedure Priority (0040,1003), also of the first request (0040,0275)
/// @param seriesCount Number of Study Related Series (0020,1206), -1 where not told
/// @param instanceCount Number of Study Related Instances (0020,1208), -1 where not told
/// @param codes what was examined: Procedure Code Sequence (0008,1032), of the request (0032,1064), Anatomic
///     Regions in Study (0008,0063), Anatomic Region (0008,2218)
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
        int instanceCount,
        List<Code> codes) {
    /// @param modalities copied, kept sorted
    /// @param codes copied
    public Study {
        modalities = Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
        codes = List.copyOf(codes);
    }

    /// Without codes.
    ///
    /// @param uid Study Instance UID (0020,000D)
    /// @param patient whose it is
    /// @param date Study Date (0008,0020)
    /// @param time Study Time (0008,0030)
    /// @param accession Accession Number (0008,0050)
    /// @param description Study Description (0008,1030)
    /// @param modalities of its series
    /// @param bodyPart Body Part Examined (0018,0015)
    /// @param institution Institution Name (0008,0080)
    /// @param referringUnit who asked
    /// @param priority of the request
    /// @param seriesCount -1 where not told
    /// @param instanceCount -1 where not told
    public Study(
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
        this(
                uid,
                patient,
                date,
                time,
                accession,
                description,
                modalities,
                bodyPart,
                institution,
                referringUnit,
                priority,
                seriesCount,
                instanceCount,
                List.of());
    }

    /// @param set of an instance, or a row of a query
    /// @return its study
    /// @throws DicomFormatException where the UID is missing or text cannot be read
    public static Study from(DataSet set) throws DicomFormatException {
        var modalities = new TreeSet<>(set.texts(Tag.MODALITIES_IN_STUDY));
        if (modalities.isEmpty()) set.text(Tag.MODALITY).ifPresent(modalities::add);
        modalities.remove("");
        var unit = set.text(Tag.REQUESTING_SERVICE);
        if (unit.isEmpty()) unit = set.text(Tag.INSTITUTIONAL_DEPARTMENT_NAME);
        var priority = set.text(Tag.REQUESTED_PROCEDURE_PRIORITY);
        var request = set.item(Tag.REQUEST_ATTRIBUTES_SEQUENCE);
        if (priority.isEmpty() && request.isPresent())
            priority = request.get().text(Tag.REQUESTED_PROCEDURE_PRIORITY);
        return new Study(
                Attributes.required(set, Tag.STUDY_INSTANCE_UID),
                Patient.from(set),
                Attributes.date(set, Tag.STUDY_DATE),
                Attributes.time(set, Tag.STUDY_TIME),
                set.textOr(Tag.ACCESSION_NUMBER, ""),
                set.textOr(Tag.STUDY_DESCRIPTION, ""),
                modalities,
                set.text(Tag.BODY_PART_EXAMINED),
                set.text(Tag.INSTITUTION_NAME),
                unit,
                priority.flatMap(RequestPriority::of),
                Attributes.integer(set, Tag.NUMBER_OF_STUDY_RELATED_SERIES).orElse(-1),
                Attributes.integer(set, Tag.NUMBER_OF_STUDY_RELATED_INSTANCES).orElse(-1),
                codes(set));
    }

    private static List<Code> codes(DataSet set) throws DicomFormatException {
        var codes = new ArrayList<Code>();
        for (var tag :
                List.of(
                        Tag.PROCEDURE_CODE_SEQUENCE,
                        Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE,
                        Tag.ANATOMIC_REGIONS_IN_STUDY_CODE_SEQUENCE,
                        Tag.ANATOMIC_REGION_SEQUENCE)) codes.addAll(set.codes(tag));
        return codes;
    }

    /// @return date and time, the day's start where the time is not told
    public Optional<LocalDateTime> when() {
        return date.map(day -> day.atTime(time.orElse(LocalTime.MIDNIGHT)));
    }

    /// @return only the UID: this may reach a log
    @Override
    public String toString() {
        return uid;
    }
}
