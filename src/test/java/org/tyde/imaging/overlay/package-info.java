/// Tests of `imaging.overlay`.
@org.jspecify.annotations.NullMarked
package org.tyde.imaging.overlay;
