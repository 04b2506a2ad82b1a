package org.tyde.codec.jpegls;

import org.tyde.refusal.Reason;

/// Why a JPEG-LS frame is not decoded or not made.
public enum JpegLsReason implements Reason {
    /// The bytes do not begin with a start of image.
    NO_START,
    /// `{0}` the byte, in hexadecimal, where a marker was expected.
    NO_MARKER,
    /// `{0}` the marker that has no place there.
    UNEXPECTED_MARKER,
    /// `{0}` the marker whose segment is too short or runs past the end.
    CUT_SEGMENT,
    /// `{0}` the field by its name in T.87, `{1}` its value, `{2}` the marker.
    IMPOSSIBLE_VALUE,
    /// `{0}` the other coding process, by its marker.
    OTHER_PROCESS,
    /// `{0}` the sampling factors of the components.
    SUBSAMPLED,
    /// `{0}` the transform's number.
    HP_TRANSFORM,
    /// `{0}` bytes of an entry of a mapping table.
    WIDE_TABLE,
    /// `{0}` the identifier of the mapping table that no marker defined.
    NO_TABLE,
    /// `{0}` the value the mapping table does not hold.
    NOT_IN_TABLE,
    /// `{0}` components decoded, `{1}` components the frame has.
    SCANS_MISSING,
    /// `{0}` the line, from 1.
    SCAN_ENDS_EARLY,
    /// `{0}` the line, from 1.
    BROKEN_CODE,
    /// `{0}` restart marker wanted, `{1}` what is there, both in hexadecimal.
    RESTART_LOST,
    /// `{0}` bytes of the frame, `{1}` rows it claims.
    TOO_FEW_BYTES,
    /// `{0}` the bits of a sample, `{1}` the samples of a pixel.
    NOT_ENCODED
}
