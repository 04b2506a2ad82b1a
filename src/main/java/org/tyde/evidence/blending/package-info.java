/// Applies what blending presentation states ask for (PS3.3 C.11.14, PS3.4 N.2.4): finds where the superimposed
/// images lie over a picture, or refuses, and mixes the two. Nothing here knows of files or JavaFX.
@NullMarked
package org.tyde.evidence.blending;

import org.jspecify.annotations.NullMarked;
