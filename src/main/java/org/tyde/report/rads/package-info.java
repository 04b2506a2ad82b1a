/// Categories of lesions by the published tables of PI-RADS, Fleischner, TI-RADS and others: what to ask, which
/// row the answers lead to, and how it comes into a report. Where a table has no row, there is no category.
@NullMarked
package org.tyde.report.rads;

import org.jspecify.annotations.NullMarked;
