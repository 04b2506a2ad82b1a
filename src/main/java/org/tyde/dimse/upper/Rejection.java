package org.tyde.dimse.upper;

import java.util.stream.Stream;

/// Why an association is rejected (PS3.8 Table 9-21).
public enum Rejection {
    /// By the user of the upper layer, without a reason.
    NO_REASON(1, 1, 1, UpperReason.REJECTED),
    /// The application context is not DICOM's.
    APPLICATION_CONTEXT(1, 1, 2, UpperReason.REJECTED_APPLICATION_CONTEXT),
    /// The calling AE title is not known.
    CALLING_TITLE(1, 1, 3, UpperReason.REJECTED_CALLING_TITLE),
    /// The called AE title is not known.
    CALLED_TITLE(1, 1, 7, UpperReason.REJECTED_CALLED_TITLE),
    /// By the service provider, without a reason: also where who asks is not known.
    PROVIDER(1, 2, 1, UpperReason.REJECTED_BY_PROVIDER),
    /// The protocol version is not known.
    PROTOCOL_VERSION(1, 2, 2, UpperReason.REJECTED_PROTOCOL_VERSION),
    /// For now, without a reason.
    FOR_NOW(2, 1, 1, UpperReason.REJECTED_FOR_NOW),
    /// Temporary congestion.
    CONGESTION(2, 3, 1, UpperReason.REJECTED_CONGESTION),
    /// A local limit is reached.
    LIMIT(2, 3, 2, UpperReason.REJECTED_LIMIT);

    private final int result;
    private final int source;
    private final int code;
    private final UpperReason reason;

    Rejection(int result, int source, int code, UpperReason reason) {
        this.result = result;
        this.source = source;
        this.code = code;
        this.reason = reason;
    }

    Pdu.AssociateRj pdu() {
        return new Pdu.AssociateRj(result, source, code);
    }

    /// @return the reason a requestor is told; where source and code are not of the table, by the result alone
    static UpperReason reason(Pdu.AssociateRj rejected) {
        return Stream.of(values())
                .filter(r -> r.source == rejected.source() && r.code == rejected.reason())
                .filter(r -> r.result == rejected.result())
                .findFirst()
                .map(r -> r.reason)
                .orElse(
                        rejected.result() == 2
                                ? UpperReason.REJECTED_FOR_NOW
                                : UpperReason.REJECTED_OTHERWISE);
    }
}
