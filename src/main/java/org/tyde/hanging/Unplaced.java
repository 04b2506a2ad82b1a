package org.tyde.hanging;

import java.util.Optional;

/// Something of a study that hangs nowhere, and why. It is still among the thumbnails.
///
/// @param seriesUid of the series
/// @param sopInstanceUid of the image, when it is one image
/// @param because the sentence
public record Unplaced(String seriesUid, Optional<String> sopInstanceUid, Because because) {}
