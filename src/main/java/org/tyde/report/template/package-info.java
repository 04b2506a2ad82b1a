/// What a report is begun from: templates with fields (IHE MRRT), autotexts, and how both come into a
/// report. Reads files of others and runs nothing in them. Every value is immutable.
@NullMarked
package org.tyde.report.template;

import org.jspecify.annotations.NullMarked;
