/// How archives are spoken with: an archive of the settings becomes a node that is searched, fetched from
/// and sent to by DICOMweb, by DIMSE, or by both, the one where the other fails.
@NullMarked
package org.tyde.archive.node;

import org.jspecify.annotations.NullMarked;
