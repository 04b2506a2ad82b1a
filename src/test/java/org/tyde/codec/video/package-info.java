/// Tests of video.
@NullMarked
package org.tyde.codec.video;

import org.jspecify.annotations.NullMarked;
