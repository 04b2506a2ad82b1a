/// Draws what a presentation state draws and writes over a picture, on the screen and for a file alike. Knows
/// places and colours only: no case, no viewport, no pixels.
@NullMarked
package org.tyde.ui.annotation;

import org.jspecify.annotations.NullMarked;
