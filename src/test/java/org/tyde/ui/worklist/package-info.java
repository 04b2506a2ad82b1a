/// Facts about the reading list on screen.
@NullMarked
package org.tyde.ui.worklist;

import org.jspecify.annotations.NullMarked;
