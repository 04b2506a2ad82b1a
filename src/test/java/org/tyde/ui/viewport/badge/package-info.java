/// Tests of the fidelity badge.
@org.jspecify.annotations.NullMarked
package org.tyde.ui.viewport.badge;
