/// The report of one study: its text, what hangs on it, its draft that survives. A report is bound to its
/// study by its id; there is no active report.
@NullMarked
package org.tyde.report;

import org.jspecify.annotations.NullMarked;
