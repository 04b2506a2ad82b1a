/// The checks before signing: each rule, and a corpus of reports with errors put in and without.
@NullMarked
package org.tyde.report.out.check;

import org.jspecify.annotations.NullMarked;
