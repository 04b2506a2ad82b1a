/// Facts about the windows and what stands in all of them.
@NullMarked
package org.tyde.ui.shell;

import org.jspecify.annotations.NullMarked;
