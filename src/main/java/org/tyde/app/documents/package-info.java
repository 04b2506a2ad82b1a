/// The pane of documents wired to the open case: which documents there are, and the images they name.
@NullMarked
package org.tyde.app.documents;

import org.jspecify.annotations.NullMarked;
