/// Mammography screening: what a reading says in scores, whether text and codes agree, and what two
/// independent readings come to together. Pure.
@NullMarked
package org.tyde.report.screening;

import org.jspecify.annotations.NullMarked;
