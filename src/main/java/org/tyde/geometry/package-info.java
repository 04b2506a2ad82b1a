/// Patient space in millimetres, axes LPS: x grows to the patient's left, y to the back, z to the head
/// (PS3.3 C.7.6.2.1.1). Planes of images in it, directions with letters, and the eight ways to turn a
/// picture on the screen. Pure: knows nothing of data sets, pixels or JavaFX.
@NullMarked
package org.tyde.geometry;

import org.jspecify.annotations.NullMarked;
