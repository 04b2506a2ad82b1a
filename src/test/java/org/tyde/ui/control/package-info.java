/// Facts about the shared controls.
@NullMarked
package org.tyde.ui.control;

import org.jspecify.annotations.NullMarked;
