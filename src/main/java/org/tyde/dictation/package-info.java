/// Speech into reports: who is dictating into which report from the moment the key goes down, and how
/// spoken words are written. Knows recognisers and reports, no screen.
@NullMarked
package org.tyde.dictation;

import org.jspecify.annotations.NullMarked;
