/// The open case: what is shown, how, measured, undone, seen and linked. A plain model without JavaFX:
/// its classes are used by one thread at a time, on screen by the JavaFX thread, and never wait.
@NullMarked
package org.tyde.reading;

import org.jspecify.annotations.NullMarked;
