package org.tyde.study;

import java.util.Optional;

/// Patient's Sex (0010,0040).
public enum Sex {
    /// `F`.
    FEMALE("F"),
    /// `M`.
    MALE("M"),
    /// `O`.
    OTHER("O");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /// @return as DICOM writes it
    public String code() {
        return code;
    }

    /// @param code as DICOM writes it
    /// @return the sex, empty for anything else
    public static Optional<Sex> of(String code) {
        for (var sex : values()) if (sex.code.equals(code)) return Optional.of(sex);
        return Optional.empty();
    }
}
