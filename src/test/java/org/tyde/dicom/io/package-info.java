/// Facts about DICOM files: what is read, refused, written.
@NullMarked
package org.tyde.dicom.io;

import org.jspecify.annotations.NullMarked;
