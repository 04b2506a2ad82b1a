package org.tyde.codec;

import org.tyde.refusal.Reason;

/// Why pixels are not decoded.
public enum CodecReason implements Reason {
    /// The data set holds no pixels.
    NO_PIXELS,
    /// `{0}` the attribute that is missing.
    MISSING_ATTRIBUTE,
    /// `{0}` the attribute, `{1}` its value.
    IMPOSSIBLE_FORMAT,
    /// `{0}` the term.
    UNKNOWN_PHOTOMETRIC,
    /// `{0}` the transfer syntax by name.
    UNSUPPORTED_SYNTAX,
    /// `{0}` the frame asked for, `{1}` the frames there are.
    NO_SUCH_FRAME,
    /// `{0}` bytes there are, `{1}` bytes the header asks for.
    TOO_FEW_BYTES,
    /// `{0}` fragments, `{1}` frames.
    FRAMES_NOT_FOUND,
    /// `{0}` what is wrong with the RLE frame.
    BROKEN_RLE,
    /// `{0}` columns and `{1}` rows of the codestream, `{2}` and `{3}` of the header.
    SIZE_DIFFERS,
    /// `{0}` components of the codestream, `{1}` samples per pixel of the header.
    COMPONENTS_DIFFER,
    /// `{0}` bits of the codestream's samples, `{1}` Bits Allocated of the header.
    PRECISION_DIFFERS,
    /// `{0}` what is wrong with the deflated frame.
    BROKEN_DEFLATE,
    /// `{0}` the format's description.
    UNSUPPORTED_CELLS,
    /// `{0}` the plug-in's reader, `{1}` what it said.
    PLUGIN_FAILED,
    /// `{0}` seconds.
    TOO_SLOW,
    /// `{0}` the format's description.
    NO_MEMORY
}
