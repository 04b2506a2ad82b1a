package org.tyde.hanging;

import java.util.Optional;

/// Which of a pair, as of Image Laterality (0020,0062).
public enum Side {
    /// The patient's right.
    RIGHT,
    /// The patient's left.
    LEFT;

    /// @param term `R` or `L`
    /// @return the side; empty for `B`, `U` and whatever else
    public static Optional<Side> of(String term) {
        return switch (term.strip()) {
            case "R" -> Optional.of(RIGHT);
            case "L" -> Optional.of(LEFT);
            default -> Optional.empty();
        };
    }

    /// @return `R` or `L`
    public String letter() {
        return this == RIGHT ? "R" : "L";
    }

    /// @return the column of a pair in which it hangs: the patient's right is on the viewer's left
    int column() {
        return this == RIGHT ? 0 : 1;
    }
}
