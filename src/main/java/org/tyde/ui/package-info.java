/// What every screen stands on: the one door to the JavaFX thread, words in two languages that switch at
/// run time, the dark theme and the table of keys. It knows nothing of images or reports.
@NullMarked
package org.tyde.ui;

import org.jspecify.annotations.NullMarked;
