/// DICOM objects about images, in both directions: the report (Enhanced SR, TID 2000), the key images
/// (TID 2010), any other structured report as text, and encapsulated PDF. Values only: no files, no network.
@NullMarked
package org.tyde.evidence;

import org.jspecify.annotations.NullMarked;
