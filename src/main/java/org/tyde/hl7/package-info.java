/// HL7 version 2 on the wire: segments, fields and their escapes (HL7 v2.5.1 chapter 2). Knows no report.
@NullMarked
package org.tyde.hl7;

import org.jspecify.annotations.NullMarked;
