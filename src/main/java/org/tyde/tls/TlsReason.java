package org.tyde.tls;

import org.tyde.refusal.Reason;

/// Why a handshake, a certificate or a key is refused. `{0}` is the peer's name, or the file's.
public enum TlsReason implements Reason {
    /// `{1}` the day it ended.
    EXPIRED,
    /// `{1}` the day it begins.
    NOT_YET_VALID,
    /// The authority itself is no longer valid; `{1}` the day it ended, `{2}` its name.
    AUTHORITY_EXPIRED,
    /// `{1}` the host asked for, `{2}` the hosts it is for.
    WRONG_HOST,
    /// It vouches for itself and is not among those trusted.
    SELF_SIGNED,
    /// `{1}` who issued it.
    UNKNOWN_AUTHORITY,
    /// It was called back.
    REVOKED,
    /// Whether it was called back cannot be said.
    REVOCATION_UNKNOWN,
    /// Key or signature are too weak.
    WEAK,
    /// It is not for this use.
    WRONG_USE,
    /// The chain of certificates is broken otherwise.
    BROKEN_CHAIN,
    /// No protocol version in common.
    NO_COMMON_PROTOCOL,
    /// No cipher suite in common.
    NO_COMMON_CIPHER,
    /// What answers does not speak TLS.
    NOT_TLS,
    /// It demands a certificate of ours, and there is none.
    CERTIFICATE_DEMANDED,
    /// It refuses our certificate; `{1}` the alert.
    CERTIFICATE_REFUSED,
    /// It ended the handshake; `{1}` the alert.
    REFUSED_THERE,
    /// The handshake failed otherwise.
    FAILED,
    /// It broke off within the handshake.
    BROKEN_OFF,
    /// The file cannot be read.
    UNREADABLE,
    /// There is no certificate in it.
    NO_CERTIFICATE,
    /// There is no private key in it.
    NO_KEY,
    /// `{1}` what it is.
    KEY_FORM,
    /// The password does not open it.
    WRONG_PASSWORD,
    /// Key and certificate do not belong together.
    KEY_MISMATCH
}
