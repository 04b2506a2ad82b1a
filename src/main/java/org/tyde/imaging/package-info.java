/// From one stored frame to display values: Modality LUT, VOI LUT, polarity, in that order (PS3.4 N.2);
/// decoded frames in a memory budget; a picture of any part at any zoom. Pixels on screen come only
/// from here. Knows nothing of networks or JavaFX.
@NullMarked
package org.tyde.imaging;

import org.jspecify.annotations.NullMarked;
