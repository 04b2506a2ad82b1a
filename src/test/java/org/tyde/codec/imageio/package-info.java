/// Tests of `codec.imageio`.
@org.jspecify.annotations.NullMarked
package org.tyde.codec.imageio;
