package org.tyde.evidence.document;

import org.tyde.evidence.Figure;
import org.tyde.evidence.InstanceReference;

import java.util.List;
import java.util.Optional;

/// Where a line of a document leads.
public sealed interface DocumentLink {
    /// To an object, such as an image.
    ///
    /// @param reference the object; study and series are empty where the document does not tell them
    /// @param kind `IMAGE`, `WAVEFORM` or `COMPOSITE`
    /// @param region drawn on the image; empty where there is none, or none that can be drawn
    record ToObject(InstanceReference reference, String kind, Optional<Figure> region)
            implements DocumentLink {
        /// @return whether the document says in which study the object is
        public boolean placed() {
            return !reference.studyUid().isEmpty();
        }
    }

    /// To another line of the same document.
    ///
    /// @param position of the item, as [DocumentLine#position()]
    record ToLine(List<Integer> position) implements DocumentLink {
        /// Copies the position.
        public ToLine {
            position = List.copyOf(position);
        }
    }
}
