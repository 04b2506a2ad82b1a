package org.tyde.dicomweb;

import org.tyde.refusal.Reason;

/// Why an archive's answer, or a request to ours, is refused. `{0}` is always the archive's name.
public enum DicomwebReason implements Reason {
    /// No connection.
    UNREACHABLE,
    /// No answer in time; `{1}` seconds.
    NO_ANSWER,
    /// The answer stopped coming; `{1}` seconds.
    STALLED,
    /// The connection broke in the middle.
    BROKEN_OFF,
    /// It wants to know who asks (401).
    WHO_ASKS,
    /// Not allowed (403).
    FORBIDDEN,
    /// Not there (404, 410).
    NOT_FOUND,
    /// It cannot give what was asked for in any form we read (406, 415).
    NO_COMMON_FORM,
    /// It has too much to do (429, 503).
    BUSY,
    /// Something went wrong there (5xx); `{1}` the status.
    FAILED_THERE,
    /// It refuses the request (other 3xx and 4xx); `{1}` the status.
    REFUSED_THERE,
    /// What answers is not DICOMweb; `{1}` the content type.
    NOT_DICOMWEB,
    /// The multipart answer is broken; `{1}` whole parts, `{2}` what is wrong.
    BROKEN_MULTIPART,
    /// The JSON answer cannot be read.
    BROKEN_JSON,
    /// An answer beyond the limit; `{1}` bytes.
    TOO_LARGE,
    /// The address is not one of a DICOMweb service; `{1}` the address.
    BAD_ADDRESS,
    /// Instances were sent and not stored; `{1}` refused, `{2}` of all, `{3}` why the first.
    NOT_STORED,
    /// The port cannot be opened; `{1}` the port.
    NO_PORT,
    /// Not a media type; `{1}` the text.
    BAD_MEDIA_TYPE
}
