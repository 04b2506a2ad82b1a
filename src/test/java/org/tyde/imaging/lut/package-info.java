/// Tests of `imaging`.
@org.jspecify.annotations.NullMarked
package org.tyde.imaging.lut;
