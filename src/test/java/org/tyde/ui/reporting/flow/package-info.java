/// What flows into the report, on screen.
@NullMarked
package org.tyde.ui.reporting.flow;

import org.jspecify.annotations.NullMarked;
