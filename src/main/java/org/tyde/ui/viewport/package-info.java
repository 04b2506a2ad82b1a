/// The viewport: one stack of images on screen with the text, marks and clock that belong to it, and the
/// grid of viewports. Pixels come from `imaging` only; what is shown is
/// held by `reading.OpenCase`; the mouse is handed to tools (`ui.viewport.tool`) through `ViewportTool`.
@NullMarked
package org.tyde.ui.viewport;

import org.jspecify.annotations.NullMarked;
