/// Volumes made of numbers whose values at any place are known.
@NullMarked
package org.tyde.volume;

import org.jspecify.annotations.NullMarked;
