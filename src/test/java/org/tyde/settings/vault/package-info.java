@NullMarked
package org.tyde.settings.vault;

import org.jspecify.annotations.NullMarked;
