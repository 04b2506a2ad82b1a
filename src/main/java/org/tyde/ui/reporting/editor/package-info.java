/// The text of a report on screen: typed, selected, marked, with its fields; one drawing for all sections.
@NullMarked
package org.tyde.ui.reporting.editor;

import org.jspecify.annotations.NullMarked;
