package org.tyde.study;

import java.util.Optional;

/// Patient's Sex (0010,0040).
public enum Sex {
    MALE("M"),
    FEMALE("F"),
    OTHER("O");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /// @return the defined term of (0010,0040)
    public String code() {
        return code;
    }

    /// @param code of (0010,0040)
    /// @return the sex, empty for any other text
    public static Optional<Sex> of(String code) {
        for (var sex : values()) if (sex.code.equals(code)) return Optional.of(sex);
        return Optional.empty();
    }
}
