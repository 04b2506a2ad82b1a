/// From the bytes of one stored frame to its samples: native cells, RLE, deflated frames and the door for
/// plug-ins; where frames lie among fragments; what a header may ask for, measured against the bytes that
/// are there and against what a codestream says. Knows nothing of windows, screens or files; what no decoder
/// knows is refused by name.
@NullMarked
package org.tyde.codec;

import org.jspecify.annotations.NullMarked;
