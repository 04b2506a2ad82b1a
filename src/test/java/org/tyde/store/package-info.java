@NullMarked
package org.tyde.store;

import org.jspecify.annotations.NullMarked;
