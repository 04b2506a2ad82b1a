package org.tyde.study;

import java.util.Optional;

/// Which of a pair: Laterality (0020,0060) and Image Laterality (0020,0062).
public enum Laterality {
    /// `R`.
    RIGHT("R"),
    /// `L`.
    LEFT("L"),
    /// `B`, both.
    BOTH("B");

    private final String code;

    Laterality(String code) {
        this.code = code;
    }

    /// @return as DICOM writes it
    public String code() {
        return code;
    }

    /// @param code as DICOM writes it
    /// @return the side, empty for anything else
    public static Optional<Laterality> of(String code) {
        for (var side : values()) if (side.code.equals(code)) return Optional.of(side);
        return Optional.empty();
    }
}
