@NullMarked
package org.tyde.evidence.blending;

import org.jspecify.annotations.NullMarked;
