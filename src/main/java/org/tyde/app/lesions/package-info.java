/// The lesions of the open case: what the documents of its studies say and what is drawn on its images, and the acts
/// that tie, name, mark and describe them.
@NullMarked
package org.tyde.app.lesions;

import org.jspecify.annotations.NullMarked;
