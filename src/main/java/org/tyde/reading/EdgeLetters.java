package org.tyde.reading;

import org.tyde.geometry.Bearing;
import org.tyde.geometry.PatientDirection;

/// With which letters the edges of a picture are marked. The model keeps DICOM's; a lone H reads as
/// høyre, right, in Norway.
public enum EdgeLetters {
    /// Superior and inferior for head and feet.
    SUPERIOR_INFERIOR,
    /// DICOM's own.
    HEAD_FEET;

    /// @param bearing of an edge
    /// @return its letters, empty when not known
    public String text(Bearing bearing) {
        var text = new StringBuilder();
        for (var direction : bearing.letters()) text.append(letter(direction));
        return text.toString();
    }

    /// @param direction of the patient
    /// @return its letter
    public String letter(PatientDirection direction) {
        if (this == HEAD_FEET) return direction.name();
        return switch (direction) {
            case H -> "S";
            case F -> "I";
            case L, R, A, P -> direction.name();
        };
    }
}
