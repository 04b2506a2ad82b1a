/// Numbers with units, from geometry and pixels: lengths, angles, regions. Millimetres only where the
/// header gives a spacing that can be believed, and a word beside them where it holds elsewhere than in
/// the patient; else pixels (PS3.3 10.7.1). Units are those of UCUM.
@NullMarked
package org.tyde.measure;

import org.jspecify.annotations.NullMarked;
