/// Facts about hearing, with the real recogniser in its real process.
@NullMarked
package org.tyde.speech;

import org.jspecify.annotations.NullMarked;
