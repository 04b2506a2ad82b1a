/// Tyde's decoders of JPEG lossless, JPEG-LS and JPEG 2000 as readers of Image I/O, for whoever asks
/// Image I/O on the class path. A raster holds the values as they are in the codestream; there is no data
/// set here to say more. Tyde itself never asks these readers.
@NullMarked
package org.tyde.codec.imageio;

import org.jspecify.annotations.NullMarked;
