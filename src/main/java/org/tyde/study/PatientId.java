package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.Optional;

/// What an organisation calls a patient: a number means nothing without who gave it.
///
/// @param value Patient ID (0010,0020), empty where not given
/// @param issuer Issuer of Patient ID (0010,0021), else the OID of its qualifiers (0010,0024)
public record PatientId(String value, Optional<String> issuer) {
    static PatientId from(DataSet set) throws DicomFormatException {
        var issuer = set.text(Tag.ISSUER_OF_PATIENT_ID);
        if (issuer.isEmpty()) {
            var qualifiers = set.item(Tag.ISSUER_OF_PATIENT_ID_QUALIFIERS_SEQUENCE);
            if (qualifiers.isPresent()) issuer = qualifiers.get().text(Tag.UNIVERSAL_ENTITY_ID);
        }
        return new PatientId(set.textOr(Tag.PATIENT_ID, ""), issuer);
    }

    /// @param other of another study
    /// @return whether both surely mean one patient: the same number of the same known issuer, or
    ///     the same number with no issuer on either side
    public boolean same(PatientId other) {
        return !value.isEmpty() && equals(other);
    }
}
