/// DICOM files as people hand them over: single files, folders, ZIP archives, CDs with a DICOMDIR
/// (PS3.10, PS3.12). Finds them and hands on their bytes; what becomes of them is the taker's business.
/// No name found on a medium is ever used as a path of ours.
@NullMarked
package org.tyde.media;

import org.jspecify.annotations.NullMarked;
