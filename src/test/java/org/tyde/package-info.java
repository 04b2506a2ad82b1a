/// Facts about the whole house, and the doors of the tests to what may be absent.
@NullMarked
package org.tyde;

import org.jspecify.annotations.NullMarked;
