/// What is wrong with a report in one of its forms: structured reports, measurements and key objects, PDF, FHIR,
/// HL7 v2, text; ours or another's. Looks for what the judges of these forms do not look for, within limits that
/// hostile files do not pass.
@NullMarked
package org.tyde.report.out.check;

import org.jspecify.annotations.NullMarked;
