/// What flows from images into a report.
@NullMarked
package org.tyde.report.lesion;

import org.jspecify.annotations.NullMarked;
