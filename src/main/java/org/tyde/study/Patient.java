package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A patient (PS3.3 C.7.1.1).
///
/// @param id with issuer
/// @param name empty where not given
/// @param birthDate (0010,0030), never taken from the national identity number
/// @param sex (0010,0040), never taken from the national identity number
/// @param nationalId Patient ID, or one of Other Patient IDs (0010,1002), where it is one
/// @param otherIds what the source says the same person is called besides: Other Patient IDs Sequence
///     (0010,1002), those with an issuer
/// @param formerNames what the source says the person was or is called besides: Other Patient Names (0010,1001)
///     and Patient's Birth Name (0010,1005)
public record Patient(
        PatientId id,
        PersonName name,
        Optional<LocalDate> birthDate,
        Optional<Sex> sex,
        Optional<NationalId> nationalId,
        List<PatientId> otherIds,
        List<PersonName> formerNames) {
    /// Keeps its own copies.
    public Patient {
        otherIds = List.copyOf(otherIds);
        formerNames = List.copyOf(formerNames);
    }

    /// Without former names.
    ///
    /// @param id with issuer
    /// @param name empty where not given
    /// @param birthDate (0010,0030)
    /// @param sex (0010,0040)
    /// @param nationalId where one is known
    /// @param otherIds those with an issuer
    public Patient(
            PatientId id,
            PersonName name,
            Optional<LocalDate> birthDate,
            Optional<Sex> sex,
            Optional<NationalId> nationalId,
            List<PatientId> otherIds) {
        this(id, name, birthDate, sex, nationalId, otherIds, List.of());
    }

    /// Without other ids.
    ///
    /// @param id with issuer
    /// @param name empty where not given
    /// @param birthDate (0010,0030)
    /// @param sex (0010,0040)
    /// @param nationalId where one is known
    public Patient(
            PatientId id,
            PersonName name,
            Optional<LocalDate> birthDate,
            Optional<Sex> sex,
            Optional<NationalId> nationalId) {
        this(id, name, birthDate, sex, nationalId, List.of(), List.of());
    }

    /// @param set of an instance, or a row of a query
    /// @return its patient
    /// @throws DicomFormatException where the text cannot be read
    public static Patient from(DataSet set) throws DicomFormatException {
        var id = PatientId.from(set);
        var national = NationalId.parse(id.value());
        var others = new ArrayList<PatientId>();
        for (var item : set.sequence(Tag.OTHER_PATIENT_IDS_SEQUENCE)) {
            var other = PatientId.from(item);
            if (national.isEmpty()) national = NationalId.parse(other.value());
            if (!other.value().isEmpty() && other.issuer().isPresent()) others.add(other);
        }
        return new Patient(
                id,
                set.personName(Tag.PATIENT_NAME).orElseGet(() -> PersonName.parse("")),
                Attributes.date(set, Tag.PATIENT_BIRTH_DATE),
                set.text(Tag.PATIENT_SEX).flatMap(Sex::of),
                national,
                others,
                formerNames(set));
    }

    private static List<PersonName> formerNames(DataSet set) throws DicomFormatException {
        var names = new ArrayList<PersonName>();
        for (var tag : List.of(Tag.OTHER_PATIENT_NAMES, Tag.PATIENT_BIRTH_NAME))
            for (var name : set.personNames(tag))
                if (!name.alphabetic().family().isBlank()) names.add(name);
        return names;
    }

    /// @return where the national identity number says something else than the source
    public Set<NationalId.Disagreement> disagreements() {
        return nationalId.map(n -> n.disagreements(birthDate, sex)).orElse(Set.of());
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
