@NullMarked
package org.tyde.app.bench;

import org.jspecify.annotations.NullMarked;
