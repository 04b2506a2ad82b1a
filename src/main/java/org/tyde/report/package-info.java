/// The report of one study: its text, its draft that survives, its checks, its signing, its way to the
/// archive and out as PDF or text. A report is bound to its study by its id; there is no active report.
@NullMarked
package org.tyde.report;

import org.jspecify.annotations.NullMarked;
