/// Facts about the using side of DIMSE.
@NullMarked
package org.tyde.dimse;

import org.jspecify.annotations.NullMarked;
