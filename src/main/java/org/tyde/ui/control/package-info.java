/// Controls that several rooms share: text that is readable on any picture, chips, states in words,
/// progress, the level of a microphone. They hold no texts of their own: the rooms hand them in.
@NullMarked
package org.tyde.ui.control;

import org.jspecify.annotations.NullMarked;
