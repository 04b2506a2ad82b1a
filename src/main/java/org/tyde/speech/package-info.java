/// Sound in, words out: audio sources, the recogniser in its child process, and how well it hears.
/// Knows nothing of reports; the only room that touches javax.sound and Vosk.
@NullMarked
package org.tyde.speech;

import org.jspecify.annotations.NullMarked;
