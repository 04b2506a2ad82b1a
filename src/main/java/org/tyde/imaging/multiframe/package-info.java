/// What the frames of one image, or of a concatenation of images, have each for itself: functional groups,
/// dimensions, the order and the time in which they play (PS3.3 C.7.6.5, C.7.6.16, C.7.6.17). Reads data
/// sets; knows nothing of pixels. Frames count from 1.
@NullMarked
package org.tyde.imaging.multiframe;

import org.jspecify.annotations.NullMarked;
