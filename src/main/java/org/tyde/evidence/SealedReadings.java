package org.tyde.evidence;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.content.ContentTree;
import org.tyde.evidence.content.SrClasses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a person may see of a study's documents while an independent reading of somebody else is sealed
/// ([Standing#hidden]): that there is one, and nothing of it. What its reader made here beside it, such as key
/// images, presentation states and measurements, would tell as much, and is not shown at all.
public final class SealedReadings {
    private static final Set<String> BESIDE = Set.of("SR", "KO", "PR", "DOC");
    private static final Tag[] ENVELOPE = {
        Tag.SPECIFIC_CHARACTER_SET,
        Tag.SOP_CLASS_UID,
        Tag.SOP_INSTANCE_UID,
        Tag.STUDY_INSTANCE_UID,
        Tag.SERIES_INSTANCE_UID,
        Tag.MODALITY,
        Tag.SERIES_NUMBER,
        Tag.INSTANCE_NUMBER,
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.ISSUER_OF_PATIENT_ID,
        Tag.PATIENT_BIRTH_DATE,
        Tag.PATIENT_SEX,
        Tag.STUDY_DATE,
        Tag.STUDY_TIME,
        Tag.ACCESSION_NUMBER,
        Tag.STUDY_DESCRIPTION,
        Tag.MANUFACTURER,
        Tag.CONTENT_DATE,
        Tag.CONTENT_TIME,
        Tag.COMPLETION_FLAG,
        Tag.VERIFICATION_FLAG,
        Tag.PRELIMINARY_FLAG,
        Tag.VALUE_TYPE,
        Tag.CONCEPT_NAME_CODE_SEQUENCE,
        Tag.CONTINUITY_OF_CONTENT
    };

    private SealedReadings() {}

    /// @param document of any kind
    /// @return whether it could be one that is not to be seen: the other documents of its study tell
    /// @throws DicomFormatException malformed flags
    public static boolean mayConcern(DataSet document) throws DicomFormatException {
        return awaiting(document) || beside(document);
    }

    /// @param document of any kind
    /// @param ofStudy all documents of its study that are known
    /// @param who is at the desk; empty where nobody is entered
    /// @return it; of a sealed reading of somebody else the envelope, which says only that it is one; empty for
    ///     what that reader made beside it
    /// @throws DicomFormatException malformed
    public static Optional<DataSet> seen(
            DataSet document, List<DataSet> ofStudy, Optional<Observer> who)
            throws DicomFormatException {
        if (!mayConcern(document)) return Optional.of(document);
        var readings = readings(ofStudy);
        var standing = new Standing(readings);
        var uid = document.textOr(Tag.SOP_INSTANCE_UID, "");
        for (var reading : readings)
            if (reading.sopUid().equals(uid))
                return Optional.of(standing.hidden(reading, who) ? envelope(document) : document);
        if (awaiting(document)) // what cannot be read is not shown either
        return read(document).isEmpty() ? Optional.empty() : Optional.of(document);
        boolean sealed = readings.stream().anyMatch(r -> standing.hidden(r, who));
        return !sealed || madeBy(document, who) ? Optional.of(document) : Optional.empty();
    }

    /// An archive may have dropped the Preliminary Flag: what our own item says is enough.
    private static boolean awaiting(DataSet document) throws DicomFormatException {
        if (!ReadDocument.reads(document.textOr(Tag.SOP_CLASS_UID, ""))) return false;
        return switch (DocumentState.of(document)) {
            case AWAITING -> true;
            case UNSIGNED -> saysThatItAwaits(document);
            case PRELIMINARY, SIGNED -> false;
        };
    }

    private static boolean saysThatItAwaits(DataSet document) throws DicomFormatException {
        if (!document.textOr(Tag.MANUFACTURER, "").equals(DocumentHeader.MAKER)) return false;
        for (var item : document.sequence(Tag.CONTENT_SEQUENCE))
            if (item.code(Tag.CONCEPT_NAME_CODE_SEQUENCE).filter(Awaits.CONCEPT::same).isPresent())
                return true;
        return false;
    }

    /// What people make here and do not sign.
    private static boolean beside(DataSet document) throws DicomFormatException {
        return document.textOr(Tag.MANUFACTURER, "").equals(DocumentHeader.MAKER)
                && BESIDE.contains(document.textOr(Tag.MODALITY, ""))
                && DocumentState.of(document) != DocumentState.SIGNED;
    }

    private static List<ReportDocument> readings(List<DataSet> ofStudy) {
        var readings = new ArrayList<ReportDocument>();
        for (var one : ofStudy)
            read(one).filter(SealedReadings::independent).ifPresent(readings::add);
        return readings;
    }

    private static boolean independent(ReportDocument read) {
        return read.life().awaits().equals(Optional.of(Awaits.INDEPENDENT_READING));
    }

    /// Another's malformed document does not come in the way of those that can be read.
    private static Optional<ReportDocument> read(DataSet document) {
        try {
            return awaiting(document) ? Optional.of(ReadDocument.of(document)) : Optional.empty();
        } catch (DicomFormatException malformed) {
            return Optional.empty();
        }
    }

    private static boolean madeBy(DataSet document, Optional<Observer> who)
            throws DicomFormatException {
        if (who.isEmpty()) return false;
        var name = document.personName(Tag.CONTENT_CREATOR_NAME);
        if (name.isEmpty() && SrClasses.isDocument(document.textOr(Tag.SOP_CLASS_UID, "")))
            name = Observers.author(document, ContentTree.of(document)).map(Observer::name);
        return name.filter(who.get().name()::equals).isPresent();
    }

    private static DataSet envelope(DataSet reading) {
        return DataSet.builder()
                .copy(reading, ENVELOPE)
                .sequence(
                        Tag.CONTENT_SEQUENCE,
                        ContentItems.code(
                                DocumentParts.CONTAINS,
                                Awaits.CONCEPT,
                                Awaits.INDEPENDENT_READING.code()))
                .build();
    }
}
