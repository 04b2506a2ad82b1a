/// Other planes on screen.
@NullMarked
package org.tyde.ui.viewport.volume;

import org.jspecify.annotations.NullMarked;
