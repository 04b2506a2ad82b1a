package org.tyde.reading;

import org.tyde.imaging.FrameKey;

import java.util.Map;
import java.util.Set;

/// How a case was left, as it is kept. Immutable.
///
/// @param views how each stack was shown, by its id
/// @param marks measurements and key images
/// @param seen the frames that were shown
public record ReadingState(Map<String, ViewState> views, Marks marks, Set<FrameKey> seen) {
    /// Copies all.
    public ReadingState {
        views = Map.copyOf(views);
        seen = Set.copyOf(seen);
    }

    /// @param open a case
    /// @return how it is left now
    public static ReadingState of(OpenCase open) {
        return new ReadingState(open.views(), open.marks(), open.coverage().all());
    }

    /// Leaves a case that has just been opened as it was left then.
    ///
    /// @param open the same study
    public void into(OpenCase open) {
        seen.forEach(frame -> open.shown(new Derivation.AsStored(frame)));
        open.marking().restore(marks);
        open.restoreViews(views);
    }
}
