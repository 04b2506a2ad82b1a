/// Facts about the settings on screen.
@NullMarked
package org.tyde.ui.settings;

import org.jspecify.annotations.NullMarked;
