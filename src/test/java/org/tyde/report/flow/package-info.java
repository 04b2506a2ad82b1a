/// What flows from images into a report.
@NullMarked
package org.tyde.report.flow;

import org.jspecify.annotations.NullMarked;
