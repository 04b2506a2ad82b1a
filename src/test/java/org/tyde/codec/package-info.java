/// Tests of `codec`.
@org.jspecify.annotations.NullMarked
package org.tyde.codec;
