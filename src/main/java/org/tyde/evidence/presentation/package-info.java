/// Softcopy presentation states (PS3.3 A.33), in both directions: how somebody wanted images to be shown, with
/// what is drawn and written over them. Values only: no files, no network, nothing on a screen.
@NullMarked
package org.tyde.evidence.presentation;

import org.jspecify.annotations.NullMarked;
