/// DICOM's values: tags, value representations, data sets, names, codes, dates, character sets and
/// identifiers (PS3.5, PS3.6). Knows nothing of files, networks or images; every type is immutable.
@NullMarked
package org.tyde.dicom;

import org.jspecify.annotations.NullMarked;
