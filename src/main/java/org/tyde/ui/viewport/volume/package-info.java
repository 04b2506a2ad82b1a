/// Other planes of a stack on screen: three at right angles to one another through one place, turned and
/// moved by hand, thin or thick, and one series in colour over another.
@NullMarked
package org.tyde.ui.viewport.volume;

import org.jspecify.annotations.NullMarked;
