/// What a picture is made of: the header of an image, its decoded frames in a memory budget, the way from
/// stored value to grey (Modality LUT, VOI LUT, polarity, in that order, PS3.4 N.2) and from image to
/// screen. Drawing is [org.tyde.imaging.picture]'s. Knows nothing of networks or JavaFX.
@NullMarked
package org.tyde.imaging;

import org.jspecify.annotations.NullMarked;
