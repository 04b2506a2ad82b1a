/// Facts about the demo studies.
@NullMarked
package org.tyde.samples;

import org.jspecify.annotations.NullMarked;
