package org.tyde.evidence.presentation;

import java.util.List;

/// Figures and words of one layer.
///
/// @param layer in which they lie
/// @param graphics drawn in this order
/// @param notes written after them
public record Annotation(GraphicLayer layer, List<Graphic> graphics, List<TextNote> notes) {
    /// @param graphics copied
    /// @param notes copied
    public Annotation {
        graphics = List.copyOf(graphics);
        notes = List.copyOf(notes);
    }
}
