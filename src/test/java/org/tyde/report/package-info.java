@NullMarked
package org.tyde.report;

import org.jspecify.annotations.NullMarked;
