/// Facts about the messages of DIMSE.
@NullMarked
package org.tyde.dimse.message;

import org.jspecify.annotations.NullMarked;
