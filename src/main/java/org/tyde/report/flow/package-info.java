/// What flows from the images into a report, each time by an act: numbers that were measured, key images, how a
/// lesion changed; and what was on screen when a sentence was written. A number that has flowed in stays as it
/// is when its measurement is changed; that is said, and taken over by another act.
@NullMarked
package org.tyde.report.flow;

import org.jspecify.annotations.NullMarked;
