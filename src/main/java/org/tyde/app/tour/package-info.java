/// The tour: the whole main job, from the list to the signed report, through the real windows and rooms,
/// without a display. What was done is photographed and timed.
@NullMarked
package org.tyde.app.tour;

import org.jspecify.annotations.NullMarked;
