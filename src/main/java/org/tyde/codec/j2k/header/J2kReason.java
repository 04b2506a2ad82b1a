package org.tyde.codec.j2k.header;

import org.tyde.refusal.Reason;

/// Why a JPEG 2000 codestream is not decoded. The place of each refusal is the marker and its offset in
/// the frame's bytes.
public enum J2kReason implements Reason {
    /// There is no codestream in the bytes.
    NO_CODESTREAM,
    /// `{0}` the marker segment that is missing.
    MISSING_MARKER,
    /// `{0}` the marker segment, `{1}` bytes it says it has.
    CUT_MARKER,
    /// `{0}` the marker segment, `{1}` the parameter, `{2}` its value.
    BAD_PARAMETER,
    /// `{0}` the marker, in hexadecimal, that may not stand there.
    UNEXPECTED_MARKER,
    /// `{0}` what the codestream asks for.
    UNSUPPORTED,
    /// `{0}` what there is too much of, `{1}` how many, `{2}` the most.
    TOO_MANY,
    /// `{0}` what is wrong with a packet.
    BROKEN_PACKET,
    /// `{0}` what is wrong with a code-block.
    BROKEN_BLOCK,
    /// `{0}` where the codestream ends.
    TRUNCATED
}
