/// The writing side of reading: referral, report, dictation and the summary before signing, beside the
/// images. Every pane says whose report it is.
@NullMarked
package org.tyde.ui.reporting;

import org.jspecify.annotations.NullMarked;
