@NullMarked
package org.tyde.report.screening;

import org.jspecify.annotations.NullMarked;
