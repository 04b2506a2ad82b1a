/// Tests of the viewport.
@org.jspecify.annotations.NullMarked
package org.tyde.ui.viewport;
