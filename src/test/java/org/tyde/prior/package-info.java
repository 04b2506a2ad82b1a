@NullMarked
package org.tyde.prior;

import org.jspecify.annotations.NullMarked;
