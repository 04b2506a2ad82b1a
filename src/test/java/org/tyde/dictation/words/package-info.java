/// Facts about how spoken words are written.
@NullMarked
package org.tyde.dictation.words;

import org.jspecify.annotations.NullMarked;
