/// How lines are encrypted: TLS 1.3 and 1.2 with forward secrecy and authenticated ciphers only (BCP 195, PS3.15 B.12),
/// whom we trust, who we are, and the sentence for each handshake that is refused. There is no way to trust everyone.
@NullMarked
package org.tyde.tls;

import org.jspecify.annotations.NullMarked;
