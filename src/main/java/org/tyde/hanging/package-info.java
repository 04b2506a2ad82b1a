/// Which images where: series become ordered stacks, and a protocol lays the stacks of the current
/// study and of a chosen prior out on the screen, each placement with the sentence that says why
/// (PS3.3 C.23). Knows neither pixels nor archives nor JavaFX.
@NullMarked
package org.tyde.hanging;

import org.jspecify.annotations.NullMarked;
