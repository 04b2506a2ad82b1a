/// Facts about signing in.
@NullMarked
package org.tyde.access;

import org.jspecify.annotations.NullMarked;
