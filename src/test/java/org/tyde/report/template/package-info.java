@NullMarked
package org.tyde.report.template;

import org.jspecify.annotations.NullMarked;
