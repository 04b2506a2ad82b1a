@NullMarked
package org.tyde.app.house;

import org.jspecify.annotations.NullMarked;
