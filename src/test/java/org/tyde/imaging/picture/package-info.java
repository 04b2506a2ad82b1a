/// Tests of `imaging.picture`.
@org.jspecify.annotations.NullMarked
package org.tyde.imaging.picture;
