/// Facts about how speech becomes text, and whose text it becomes.
@NullMarked
package org.tyde.dictation;

import org.jspecify.annotations.NullMarked;
