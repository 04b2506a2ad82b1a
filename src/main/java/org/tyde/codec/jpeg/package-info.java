/// JPEG (ITU-T T.81) as DICOM uses it: baseline, extended sequential and progressive DCT at 8 and 12 bits
/// with results equal to the integer transform of the reference decoder, and lossless at 2 to 16 bits; Huffman
/// coding only. One file per stage: markers, tables, entropy coding, transform, upsampling, colour.
/// Knows nothing of files or screens; arithmetic coding and hierarchical frames are refused by name.
@NullMarked
package org.tyde.codec.jpeg;

import org.jspecify.annotations.NullMarked;
