/// Facts about homes and configuration.
@NullMarked
package org.tyde.settings;

import org.jspecify.annotations.NullMarked;
