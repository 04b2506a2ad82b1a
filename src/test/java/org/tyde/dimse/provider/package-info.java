/// Facts about the providing side of DIMSE.
@NullMarked
package org.tyde.dimse.provider;

import org.jspecify.annotations.NullMarked;
