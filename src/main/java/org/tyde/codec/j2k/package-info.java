/// JPEG 2000 Part 1 (ITU-T T.800) and its high-throughput block coder (ITU-T T.814): from one codestream to
/// samples. One file per stage, in the order of the data: markers, geometry, packet headers, code-blocks,
/// dequantisation, wavelet, components. Every number of a codestream is measured against the header and the
/// bytes that are there before anything is allocated for it.
@NullMarked
package org.tyde.codec.j2k;

import org.jspecify.annotations.NullMarked;
