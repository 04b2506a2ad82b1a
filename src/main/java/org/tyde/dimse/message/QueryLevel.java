package org.tyde.dimse.message;

import org.tyde.dicom.Tag;

import java.util.Arrays;
import java.util.Optional;

/// Query/Retrieve Level (0008,0052) (PS3.4 C.6), the widest first.
public enum QueryLevel {
    PATIENT,
    STUDY,
    SERIES,
    IMAGE;

    /// @return its unique key
    public Tag key() {
        return switch (this) {
            case PATIENT -> Tag.PATIENT_ID;
            case STUDY -> Tag.STUDY_INSTANCE_UID;
            case SERIES -> Tag.SERIES_INSTANCE_UID;
            case IMAGE -> Tag.SOP_INSTANCE_UID;
        };
    }

    /// @param value of (0008,0052)
    /// @return the level of that name
    public static Optional<QueryLevel> of(String value) {
        return Arrays.stream(values()).filter(l -> l.name().equals(value)).findFirst();
    }
}
