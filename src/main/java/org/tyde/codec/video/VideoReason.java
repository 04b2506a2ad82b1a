package org.tyde.codec.video;

import org.tyde.refusal.Reason;

/// Why a video is not decoded.
public enum VideoReason implements Reason {
    /// `{0}` the transfer syntax by name, `{1}` the folder where the parts belong.
    NO_VIDEO_PARTS,
    /// `{0}` what the libraries said.
    UNUSABLE_PARTS,
    /// `{0}` the transfer syntax by name.
    STEREO,
    /// `{0}` what the stream holds.
    UNSUPPORTED_STREAM,
    /// `{0}` what is wrong with the stream.
    BROKEN_STREAM,
    /// `{0}` how the process ended.
    PROCESS_ENDED,
    /// `{0}` seconds it may take.
    TOO_SLOW
}
