@NullMarked
package org.tyde.speech.hid;

import org.jspecify.annotations.NullMarked;
