package org.tyde.study;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.Optional;

/// A patient's identifier, which means a person only together with who issued it.
///
/// @param value Patient ID (0010,0020), empty where the archive does not say
/// @param issuer Issuer of Patient ID (0010,0021)
public record PatientId(String value, Optional<String> issuer) {
    /// @param header any that holds the Patient module (PS3.3 C.7.1.1)
    /// @return its identifier
    /// @throws DicomFormatException an attribute is malformed
    public static PatientId from(DataSet header) throws DicomFormatException {
        return new PatientId(
                header.textOr(Tag.PATIENT_ID, ""), header.text(Tag.ISSUER_OF_PATIENT_ID));
    }
}
