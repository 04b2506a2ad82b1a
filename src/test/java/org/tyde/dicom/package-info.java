/// Facts about DICOM values: what is put in, read back, refused.
@NullMarked
package org.tyde.dicom;

import org.jspecify.annotations.NullMarked;
