/// What Tyde keeps: instances as blobs named by their content, `index.db` that finds them and can be
/// rebuilt from them, and `work.db` for what can be lost only once. The only SQL in the house.
/// Every call may wait for the disk: none belongs on the JavaFX thread.
@NullMarked
package org.tyde.store;

import org.jspecify.annotations.NullMarked;
