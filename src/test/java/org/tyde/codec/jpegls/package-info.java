/// Tests of `codec.jpegls`.
@org.jspecify.annotations.NullMarked
package org.tyde.codec.jpegls;
