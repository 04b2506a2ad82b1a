/// The forms in which a finished report goes out: PDF/A and the DICOM object around it, a FHIR document,
/// an HL7 v2 message, plain text; and what is checked of each. Every form is made from the structured
/// report, so that none can say anything else than what was signed.
@NullMarked
package org.tyde.report.out;

import org.jspecify.annotations.NullMarked;
