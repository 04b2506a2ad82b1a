/// The strip of thumbnails: every series of the open case and its priors as a small picture that can be
/// dragged into a viewport.
@NullMarked
package org.tyde.ui.viewport.thumbnail;

import org.jspecify.annotations.NullMarked;
