/// Patient, study, series and instance as records, read from the attributes of PS3.3 C.7. Absent is
/// absent: nothing is made up, and nothing is taken from an identity number that the archive says itself.
@NullMarked
package org.tyde.study;

import org.jspecify.annotations.NullMarked;
