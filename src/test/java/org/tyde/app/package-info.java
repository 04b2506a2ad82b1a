/// Facts about the application around the rooms.
@NullMarked
package org.tyde.app;

import org.jspecify.annotations.NullMarked;
