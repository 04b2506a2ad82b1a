/// Facts about the ground of the screens.
@NullMarked
package org.tyde.ui;

import org.jspecify.annotations.NullMarked;
