package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;

import java.time.LocalDate;
import java.util.Optional;

/// A patient (PS3.3 C.7.1.1).
///
/// @param id with issuer
/// @param name empty where not given
/// @param birthDate (0010,0030), never taken from the national identity number
/// @param sex (0010,0040), never taken from the national identity number
/// @param nationalId Patient ID, or one of Other Patient IDs (0010,1002), where it is one
public record Patient(
        PatientId id,
        PersonName name,
        Optional<LocalDate> birthDate,
        Optional<Sex> sex,
        Optional<NationalId> nationalId) {
    /// @param set of an instance, or a row of a query
    /// @return its patient
    /// @throws DicomFormatException where the text cannot be read
    public static Patient from(DataSet set) throws DicomFormatException {
        var id = PatientId.from(set);
        var national = NationalId.parse(id.value());
        if (national.isEmpty()) {
            for (var other : set.sequence(Tag.OTHER_PATIENT_IDS_SEQUENCE)) {
                national = NationalId.parse(other.textOr(Tag.PATIENT_ID, ""));
                if (national.isPresent()) break;
            }
        }
        return new Patient(
                id,
                set.personName(Tag.PATIENT_NAME).orElseGet(() -> PersonName.parse("")),
                Attributes.date(set, Tag.PATIENT_BIRTH_DATE),
                set.text(Tag.PATIENT_SEX).flatMap(Sex::of),
                national);
    }

    /// @param date of an examination
    /// @return the age then
    public Optional<Age> ageAt(LocalDate date) {
        return birthDate.flatMap(birth -> Age.at(birth, date));
    }

    /// @return `ETTERNAVN, Fornavn Mellomnavn`, empty where the name is not given
    public String displayName() {
        return name.display();
    }

    /// @return nothing of the person: this may reach a log
    @Override
    public String toString() {
        return "a patient";
    }
}
