@NullMarked
package org.tyde.evidence;

import org.jspecify.annotations.NullMarked;
