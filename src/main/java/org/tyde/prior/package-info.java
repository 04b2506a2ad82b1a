/// Which earlier studies belong beside a study: what was examined, read from the texts and codes of many
/// hospitals, and how two examinations compare (`docs/priors.md`). Knows no archive; every type is immutable.
@NullMarked
package org.tyde.prior;

import org.jspecify.annotations.NullMarked;
