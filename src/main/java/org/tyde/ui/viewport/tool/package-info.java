/// The tools of the mouse, one small class each: window, pan, zoom, scroll; length, angle, ellipse; and
/// the one that takes hold of what is drawn.
@NullMarked
package org.tyde.ui.viewport.tool;

import org.jspecify.annotations.NullMarked;
