/// Who asks: user names, tokens, and signing in through the browser (OpenID Connect, authorization code
/// with PKCE, tokens bound to a key by DPoP). Tokens live in memory only; a refresh token lies in the key
/// store. Knows nothing of DICOM.
@NullMarked
package org.tyde.access;

import org.jspecify.annotations.NullMarked;
