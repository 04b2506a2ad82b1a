/// Video inside DICOM: MPEG-2, H.264 and HEVC streams (PS3.5 8.2.5 to 8.2.11) to RGB frames. FFmpeg decodes them in
/// a child process with few rights, fed by a temporary file; only pictures come back. Its libraries are an
/// optional part of Tyde, on the child's class path alone; without them video is refused by name.
@NullMarked
package org.tyde.codec.video;

import org.jspecify.annotations.NullMarked;
