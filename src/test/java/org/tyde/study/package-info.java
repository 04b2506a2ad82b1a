/// Facts about patients, studies and their numbers.
@NullMarked
package org.tyde.study;

import org.jspecify.annotations.NullMarked;
