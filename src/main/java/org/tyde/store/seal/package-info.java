/// How what Tyde keeps is sealed, and under which keys: AES-256-GCM, keys derived by HKDF, a ring of data keys
/// that a master key wraps. Knows neither databases nor blobs; the key file is somebody else's [KeyFile].
@NullMarked
package org.tyde.store.seal;

import org.jspecify.annotations.NullMarked;
