/// Frames that form a volume, and pictures made from it: planes at any place and direction, slabs, one
/// modality over another. All sampling is done on voxel values, before any window; nothing here knows of
/// files, windows on screen or JavaFX.
@NullMarked
package org.tyde.volume;

import org.jspecify.annotations.NullMarked;
