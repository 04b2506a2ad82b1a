@NullMarked
package org.tyde.app.desk;

import org.jspecify.annotations.NullMarked;
