/// Facts about the writing side, with pictures of it.
@NullMarked
package org.tyde.ui.reporting;

import org.jspecify.annotations.NullMarked;
