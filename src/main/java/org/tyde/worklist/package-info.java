/// Which studies wait for whom: rows with status, priority and what the archive says, the urgent first.
@NullMarked
package org.tyde.worklist;

import org.jspecify.annotations.NullMarked;
