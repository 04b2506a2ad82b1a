package org.tyde.ui.viewport;

/// A region that an algorithm or device drew on an image, shown with who found it until it is toggled away. It is no
/// measurement of the case.
///
/// @param region on its frame
/// @param label who found it
public record FoundRegion(PointedRegion region, String label) {}
