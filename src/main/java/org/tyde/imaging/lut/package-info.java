/// The look-up tables of the picture and the attributes they are read from: Modality LUT, VOI LUT,
/// Presentation LUT and palettes, each from one value to the next (PS3.3 C.11, PS3.4 N.2). Knows
/// neither frames nor pictures.
@NullMarked
package org.tyde.imaging.lut;

import org.jspecify.annotations.NullMarked;
