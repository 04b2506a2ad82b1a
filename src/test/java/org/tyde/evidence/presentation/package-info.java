/// Tests of the presentation states.
@NullMarked
package org.tyde.evidence.presentation;

import org.jspecify.annotations.NullMarked;
