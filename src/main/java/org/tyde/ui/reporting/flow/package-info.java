/// What was measured or found in the images, offered to the report beside its text and taken by an act.
@NullMarked
package org.tyde.ui.reporting.flow;

import org.jspecify.annotations.NullMarked;
