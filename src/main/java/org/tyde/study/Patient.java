package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;

import java.time.LocalDate;
import java.util.Optional;

/// A person as one issuer knows them (PS3.3 C.7.1.1).
///
/// @param id with its issuer
/// @param name empty parts where the archive does not say
/// @param birthDate Patient's Birth Date (0010,0030)
/// @param sex Patient's Sex (0010,0040)
/// @param nationalId the Patient ID, or one of Other Patient IDs, where that is a Norwegian number
public record Patient(
        PatientId id,
        PersonName name,
        Optional<LocalDate> birthDate,
        Optional<Sex> sex,
        Optional<NationalId> nationalId) {
    /// @param header any that holds the Patient module
    /// @return the patient
    /// @throws DicomFormatException an attribute is malformed
    public static Patient from(DataSet header) throws DicomFormatException {
        var id = PatientId.from(header);
        return new Patient(
                id,
                header.personName(Tag.PATIENT_NAME).orElseGet(() -> PersonName.parse("")),
                header.date(Tag.PATIENT_BIRTH_DATE),
                header.text(Tag.PATIENT_SEX).flatMap(Sex::of),
                national(id, header));
    }

    private static Optional<NationalId> national(PatientId id, DataSet header)
            throws DicomFormatException {
        var own = NationalId.parse(id.value());
        if (own.isPresent()) return own;
        for (var other : header.sequence(Tag.OTHER_PATIENT_IDS_SEQUENCE)) {
            var number = NationalId.parse(other.textOr(Tag.PATIENT_ID, ""));
            if (number.isPresent()) return number;
        }
        return Optional.empty();
    }

    /// @return "ETTERNAVN, Fornavn Mellomnavn", empty where the archive does not say
    public String displayName() {
        return name.display();
    }
}
