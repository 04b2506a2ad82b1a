@NullMarked
package org.tyde.report.documents;

import org.jspecify.annotations.NullMarked;
