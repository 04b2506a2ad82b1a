package org.tyde.dicomweb;

import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;

/// Why an archive's answer, or a request to ours, is refused. `{0}` is always the archive's name.
public enum DicomwebReason implements Reason {
    /// No connection.
    UNREACHABLE,
    /// No answer in time; `{1}` seconds.
    NO_ANSWER,
    /// The answer stopped coming, or came so slowly that it never ends; `{1}` seconds.
    STALLED,
    /// The connection broke in the middle.
    BROKEN_OFF,
    /// It wants to know who asks (401).
    WHO_ASKS,
    /// The proxy on the way wants to know who asks (407).
    PROXY_ASKS,
    /// Not allowed (403).
    FORBIDDEN,
    /// Not there (404, 410).
    NOT_FOUND,
    /// It cannot give what was asked for in any form we read (406, 415).
    NO_COMMON_FORM,
    /// It has too much to do (429, 503); `{1}` seconds it asks to be left alone, 0 when it does not say.
    BUSY,
    /// More at once than it takes (413).
    TOO_MUCH_AT_ONCE,
    /// Something went wrong there (5xx); `{1}` the status.
    FAILED_THERE,
    /// It refuses the request (other 3xx and 4xx); `{1}` the status.
    REFUSED_THERE,
    /// It leads on and on; `{1}` redirections.
    REDIRECTED_TOO_OFTEN,
    /// It leads to what is no web address.
    REDIRECTED_NOWHERE,
    /// It leads from an encrypted connection to a plain one; `{1}` the host.
    REDIRECTED_TO_PLAIN,
    /// It leads to another machine, which must not see the password or token; `{1}` the host.
    REDIRECTED_ELSEWHERE,
    /// A password or token would go over an unencrypted connection.
    SECRET_IN_CLEAR,
    /// What answers is not DICOMweb; `{1}` the content type.
    NOT_DICOMWEB,
    /// The answer is packed in a way we do not unpack; `{1}` the content encoding.
    PACKED_OTHERWISE,
    /// The answer is packed, and damaged.
    BROKEN_GZIP,
    /// The answer unpacks to far more than it is; `{1}` bytes so far, from `{2}`.
    GZIP_BOMB,
    /// The multipart answer is broken; `{1}` whole parts, `{2}` what is wrong.
    BROKEN_MULTIPART,
    /// Other parts than were asked for; `{1}` asked for, `{2}` came.
    OTHER_PARTS,
    /// The same part twice; `{1}` its number.
    PART_TWICE,
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
    BAD_MEDIA_TYPE;

    /// @param endpoint the archive
    /// @param more arguments from `{1}` on
    Refusal of(Endpoint endpoint, Object... more) {
        var all = new Object[more.length + 1];
        all[0] = endpoint.name();
        System.arraycopy(more, 0, all, 1, more.length);
        return new Refusal(this, all);
    }

    /// @param status neither success nor a redirection that is followed
    static DicomwebReason of(int status) {
        return switch (status) {
            case 401 -> WHO_ASKS;
            case 407 -> PROXY_ASKS;
            case 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 406, 415 -> NO_COMMON_FORM;
            case 413 -> TOO_MUCH_AT_ONCE;
            case 429, 503 -> BUSY;
            default -> status >= 500 ? FAILED_THERE : REFUSED_THERE;
        };
    }
}
