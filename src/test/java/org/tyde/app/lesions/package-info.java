/// The lesions of an open case, on the demo studies.
@NullMarked
package org.tyde.app.lesions;

import org.jspecify.annotations.NullMarked;
