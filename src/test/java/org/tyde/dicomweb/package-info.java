/// Facts about DICOMweb.
@NullMarked
package org.tyde.dicomweb;

import org.jspecify.annotations.NullMarked;
