package org.tyde.archive;

import java.util.Optional;

/// Where the reader looks: a series on screen, and the image of it that is shown.
///
/// @param seriesUid Series Instance UID
/// @param sopUid SOP Instance UID of the image that is shown, empty while there is none
public record Eye(String seriesUid, Optional<String> sopUid) {}
