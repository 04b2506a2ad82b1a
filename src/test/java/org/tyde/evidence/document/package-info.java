@NullMarked
package org.tyde.evidence.document;

import org.jspecify.annotations.NullMarked;
