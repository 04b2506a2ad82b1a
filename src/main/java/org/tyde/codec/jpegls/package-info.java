/// JPEG-LS, ITU-T T.87 (06/98) with its corrigendum: markers, entropy coding, prediction and contexts,
/// in both directions. Knows nothing of data sets beyond the format of a frame; every refusal names the
/// marker, the byte it stands at and the section of T.87.
@NullMarked
package org.tyde.codec.jpegls;

import org.jspecify.annotations.NullMarked;
