/// DICOM files: Part 10 (PS3.10), streams, directories of media, DICOM JSON (PS3.18 F). Bulk data
/// stays on disk; what is malformed is refused with its place, what is odd but readable is warned of.
@NullMarked
package org.tyde.dicom.io;

import org.jspecify.annotations.NullMarked;
