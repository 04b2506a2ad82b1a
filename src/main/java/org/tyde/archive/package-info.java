/// The archives as one: find studies, fetch them into the cache while they are already looked at, know
/// what is complete, choose the prior to compare with, send back; and the embedded archive of the demo.
/// Speaks DICOMweb through `dicomweb`, keeps what it fetches through `store`.
@NullMarked
package org.tyde.archive;

import org.jspecify.annotations.NullMarked;
