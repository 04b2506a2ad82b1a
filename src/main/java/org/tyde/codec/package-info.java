/// From the bytes of one stored frame to its samples: native cells, RLE, JPEG baseline through
/// Image I/O; where frames lie among fragments; what a header may ask for, measured against the bytes
/// that are there. Knows nothing of windows, screens or files; everything else is refused by name.
@NullMarked
package org.tyde.codec;

import org.jspecify.annotations.NullMarked;
