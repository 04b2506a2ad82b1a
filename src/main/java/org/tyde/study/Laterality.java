package org.tyde.study;

import java.util.Optional;

/// Which side of the body: Laterality (0020,0060) and Image Laterality (0020,0062).
public enum Laterality {
    RIGHT("R"),
    LEFT("L"),
    BOTH("B");

    private final String code;

    Laterality(String code) {
        this.code = code;
    }

    /// @return the defined term
    public String code() {
        return code;
    }

    /// @param code a defined term
    /// @return the side, empty for any other text, such as the `U` of what is unpaired
    public static Optional<Laterality> of(String code) {
        for (var side : values()) if (side.code.equals(code)) return Optional.of(side);
        return Optional.empty();
    }
}
