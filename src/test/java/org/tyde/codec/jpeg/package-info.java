/// Tests of `codec.jpeg`.
@org.jspecify.annotations.NullMarked
package org.tyde.codec.jpeg;
