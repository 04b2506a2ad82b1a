@NullMarked
package org.tyde.report.sign;

import org.jspecify.annotations.NullMarked;
