/// Where an image lies in a viewport, what is drawn on it there, and the presentation states it is shown through and
/// kept as. Knows no viewport: what is on screen is handed to it ([OnScreen]).
@NullMarked
package org.tyde.ui.viewport.state;

import org.jspecify.annotations.NullMarked;
