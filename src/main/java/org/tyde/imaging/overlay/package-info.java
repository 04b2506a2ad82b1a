/// What lies over a picture and belongs to the image or its presentation state: overlay planes (PS3.3 C.9.2)
/// and display shutters (PS3.3 C.7.6.11), in the columns and rows of the image. Immutable.
@NullMarked
package org.tyde.imaging.overlay;

import org.jspecify.annotations.NullMarked;
