/// The reading list: which studies wait, how urgent, in what state, and what was made of the same
/// patient before. A dense table, a live search, filters, and the timeline of the chosen patient.
/// Knows how to list and to choose; what opens a study is handed in.
@NullMarked
package org.tyde.ui.worklist;

import org.jspecify.annotations.NullMarked;
