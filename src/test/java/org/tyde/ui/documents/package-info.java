@NullMarked
package org.tyde.ui.documents;

import org.jspecify.annotations.NullMarked;
