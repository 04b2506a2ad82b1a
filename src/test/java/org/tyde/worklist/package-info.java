@NullMarked
package org.tyde.worklist;

import org.jspecify.annotations.NullMarked;
