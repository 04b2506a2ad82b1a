@NullMarked
package org.tyde.media;

import org.jspecify.annotations.NullMarked;
