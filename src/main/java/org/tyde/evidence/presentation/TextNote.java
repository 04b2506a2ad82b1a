package org.tyde.evidence.presentation;

import org.tyde.imaging.lut.Ink;

import java.util.List;
import java.util.Optional;

/// Words of a presentation state (PS3.3 C.10.5.1.1). It has a box, an anchor or both.
///
/// @param lines at least one; may be blank
/// @param box where they stand
/// @param anchor what they are about
/// @param ink empty: that of the layer
public record TextNote(
        List<String> lines, Optional<Box> box, Optional<Anchor> anchor, Optional<Ink> ink) {
    /// The words run from the first corner to the second, also when the image is turned; they need not stay
    /// inside.
    ///
    /// @param first top left hand corner as the words see it
    /// @param last bottom right hand corner as the words see it
    /// @param justification in the box
    public record Box(Place first, Place last, Justification justification) {}

    /// Bounding Box Text Horizontal Justification (0070,0012).
    public enum Justification {
        /// Against the left edge.
        LEFT,
        /// In the middle.
        CENTER,
        /// Against the right edge.
        RIGHT
    }

    /// @param at what the words are about
    /// @param visible whether that is to be seen: a line leads from the words to it
    public record Anchor(Place at, boolean visible) {}

    /// @param lines copied
    /// @throws IllegalArgumentException where nothing says where they stand
    public TextNote {
        lines = List.copyOf(lines);
        if (box.isEmpty() && anchor.isEmpty())
            throw new IllegalArgumentException("text without a box and without an anchor");
    }
}
