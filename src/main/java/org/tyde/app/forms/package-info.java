/// The forms of a report at this desk: where they go, and the pictures in them.
@NullMarked
package org.tyde.app.forms;

import org.jspecify.annotations.NullMarked;
