/// Facts about background work and child processes.
@NullMarked
package org.tyde.work;

import org.jspecify.annotations.NullMarked;
