/// The words on a picture: what they are, where each corner, letter and scale bar stands, and how they make
/// room for each other. Knows nothing of cases or frames; who writes the words is `ui.viewport`.
@NullMarked
package org.tyde.ui.viewport.text;

import org.jspecify.annotations.NullMarked;
