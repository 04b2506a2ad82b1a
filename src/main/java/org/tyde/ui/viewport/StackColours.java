package org.tyde.ui.viewport;

import org.tyde.imaging.FrameKey;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.SourceLoss;

import java.util.List;
import java.util.Optional;

/// What the reader lays in colour over the images of plain stacks, such as PET over CT.
@FunctionalInterface
public interface StackColours {
    /// Nothing.
    StackColours NONE = (_, _) -> Optional.empty();

    /// What lies over one frame.
    ///
    /// @param upper draws it
    /// @param loss what was lost of its images before they came
    /// @param words what must be said of it
    record Laid(Upper upper, SourceLoss loss, List<String> words) {}

    /// @param header of an image
    /// @param frame of it
    /// @return what lies over it; empty where nothing does
    Optional<Laid> over(ImageHeader header, FrameKey frame);
}
