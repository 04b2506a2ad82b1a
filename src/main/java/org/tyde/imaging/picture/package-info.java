/// A picture of any part of a frame at any zoom: stored values resampled for the pixels on screen, then
/// their greys. Knows nothing of files or JavaFX.
@NullMarked
package org.tyde.imaging.picture;

import org.jspecify.annotations.NullMarked;
