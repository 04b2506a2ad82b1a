package org.tyde.codec.jpeg;

import org.tyde.refusal.Reason;

/// Why a JPEG frame is not decoded or not encoded.
public enum JpegReason implements Reason {
    /// The data do not begin with a start of image.
    NO_START,
    /// `{0}` the byte where a marker should stand.
    NO_MARKER,
    /// `{0}` the marker whose segment goes beyond the data.
    SEGMENT_CUT,
    /// `{0}` the marker whose segment holds values the standard does not allow.
    SEGMENT_WRONG,
    /// `{0}` the marker of a coding process that is not decoded.
    UNSUPPORTED_PROCESS,
    /// `{0}` the marker found where a frame header had to come first.
    NO_FRAME_HEADER,
    /// `{0}` the kind of table (DQT or DHT), `{1}` its number.
    TABLE_MISSING,
    /// `{0}` the byte near which the bits are no code of the Huffman table.
    BAD_CODE,
    /// `{0}` the byte near which a block has more than 64 coefficients.
    BLOCK_OVERRUN,
    /// `{0}` the byte near which a scan or restart interval ends before its part of the picture does.
    ENDS_EARLY,
    /// `{0}` the byte where the stream ends without an end marker, before the picture does.
    CUT_OFF,
    /// `{0}` the number of the restart interval that is missing or out of order.
    RESTART_MISSING,
    /// `{0}` the component that is coded twice or refined out of order.
    SCAN_OUT_OF_ORDER,
    /// `{0}` scans, more than are decoded.
    TOO_MANY_SCANS,
    /// `{0}` the component of which there is no scan.
    SCAN_MISSING,
    /// `{0}` bits allocated and `{1}` samples per pixel that the encoder cannot hold.
    CANNOT_ENCODE
}
