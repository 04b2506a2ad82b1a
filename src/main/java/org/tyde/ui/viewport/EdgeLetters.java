package org.tyde.ui.viewport;

import org.tyde.geometry.Bearing;
import org.tyde.geometry.PatientDirection;

import java.util.stream.Collectors;

/// The letters at the edges of a picture. The model keeps DICOM's (H, F); on screen head and feet are
/// by default S and I, since a lone H reads as *høyre* in Norway.
public enum EdgeLetters {
    /// S for head, I for feet.
    SUPERIOR_INFERIOR,
    /// DICOM's own H and F.
    HEAD_FEET;

    /// @param bearing towards an edge
    /// @return its letters, at most three; empty when it is not known
    public String text(Bearing bearing) {
        return bearing.letters().stream().map(this::letter).collect(Collectors.joining());
    }

    private String letter(PatientDirection direction) {
        return switch (this) {
            case HEAD_FEET -> direction.name();
            case SUPERIOR_INFERIOR ->
                    switch (direction) {
                        case H -> "S";
                        case F -> "I";
                        case L, R, A, P -> direction.name();
                    };
        };
    }
}
