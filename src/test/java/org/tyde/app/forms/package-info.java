/// The forms of a report at this desk, with the demo studies.
@NullMarked
package org.tyde.app.forms;

import org.jspecify.annotations.NullMarked;
