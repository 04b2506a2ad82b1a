/// What a person sets at the desk: who signs, where studies come from, language and size of text, speech,
/// mouse. Knows what can be set; keeping it and trying an archive are handed in.
@NullMarked
package org.tyde.ui.settings;

import org.jspecify.annotations.NullMarked;
