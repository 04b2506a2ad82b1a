/// The headers of a JPEG 2000 codestream (ITU-T T.800 Annex A, with the additions of T.814): marker
/// segments read into values, tile-parts gathered by tile, and why any of it is refused. No sample is
/// decoded here.
@NullMarked
package org.tyde.codec.j2k.header;

import org.jspecify.annotations.NullMarked;
