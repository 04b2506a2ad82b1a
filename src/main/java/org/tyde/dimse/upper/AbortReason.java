package org.tyde.dimse.upper;

/// Why an association is aborted (PS3.8 Table 9-26).
public enum AbortReason {
    /// The user of the upper layer wants it.
    USER(0, 0),
    /// The service provider gives no reason.
    NOT_SPECIFIED(2, 0),
    /// A PDU of a type that is none.
    UNRECOGNIZED_PDU(2, 1),
    /// A PDU that does not belong here.
    UNEXPECTED_PDU(2, 2),
    /// A parameter that is none.
    UNRECOGNIZED_PARAMETER(2, 4),
    /// A parameter that does not belong here.
    UNEXPECTED_PARAMETER(2, 5),
    /// A parameter whose value is not allowed.
    INVALID_PARAMETER(2, 6);

    private final int source;
    private final int code;

    AbortReason(int source, int code) {
        this.source = source;
        this.code = code;
    }

    Pdu.Abort pdu() {
        return new Pdu.Abort(source, code);
    }
}
