/// Conformance streams: pictures encoded by independent programs, decoded here, and the other way round.
@org.jspecify.annotations.NullMarked
package org.tyde.codec.streams;
