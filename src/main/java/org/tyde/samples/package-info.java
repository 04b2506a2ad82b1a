/// Makes the demo studies: fictitious patients, pictures that look like anatomy, the same bytes on every
/// machine. Everything is computed from formulas; no real examination went into it.
@NullMarked
package org.tyde.samples;

import org.jspecify.annotations.NullMarked;
