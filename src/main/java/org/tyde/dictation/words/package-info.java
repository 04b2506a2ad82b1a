/// From spoken words to written text and commands, in bokmål and English: rules over tables, no guessing.
/// What is not surely understood stays the words that were said. Knows recognised words only, no report
/// and no screen; every type here is immutable.
@NullMarked
package org.tyde.dictation.words;

import org.jspecify.annotations.NullMarked;
