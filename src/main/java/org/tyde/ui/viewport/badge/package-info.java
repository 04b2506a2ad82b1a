/// The fidelity badge: how far the pixels on screen can be trusted to be the image, from facts to words. Pure:
/// it asks nobody, so that every combination of facts can be tried.
@NullMarked
package org.tyde.ui.viewport.badge;

import org.jspecify.annotations.NullMarked;
