/// Facts about command sets.
@NullMarked
package org.tyde.dimse.command;

import org.jspecify.annotations.NullMarked;
