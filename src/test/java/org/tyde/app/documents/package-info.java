@NullMarked
package org.tyde.app.documents;

import org.jspecify.annotations.NullMarked;
