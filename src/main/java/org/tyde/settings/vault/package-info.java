/// The key stores of the operating systems, called natively, and a locked file where there is none. Only
/// the program's wiring knows this room; everybody else knows [org.tyde.settings.Secrets].
@NullMarked
package org.tyde.settings.vault;

import org.jspecify.annotations.NullMarked;
