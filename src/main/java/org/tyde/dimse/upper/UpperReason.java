package org.tyde.dimse.upper;

import org.tyde.refusal.Reason;

/// Why an association is refused or ends. `{0}` is always the peer's name.
public enum UpperReason implements Reason {
    /// No transport connection; `{1}` host and port.
    UNREACHABLE(true),
    /// No such host; `{1}` its name.
    UNKNOWN_HOST(true),
    /// No transport connection in time; `{1}` seconds.
    CONNECT_TIMEOUT(true),
    /// No answer to a request in time; `{1}` seconds.
    NEGOTIATION_TIMEOUT(true),
    /// Silent within a message; `{1}` seconds.
    SILENT(true),
    /// No message; `{1}` seconds.
    IDLE(true),
    /// Takes no more bytes; `{1}` seconds.
    STUCK(true),
    /// The connection broke.
    BROKEN_OFF(true),
    /// Rejected for good, no reason given.
    REJECTED(false),
    /// Rejected: application context.
    REJECTED_APPLICATION_CONTEXT(false),
    /// Rejected: it does not know us; `{1}` the calling title.
    REJECTED_CALLING_TITLE(false),
    /// Rejected: it has another name; `{2}` the called title.
    REJECTED_CALLED_TITLE(false),
    /// Rejected by the service provider: often for who asks.
    REJECTED_BY_PROVIDER(false),
    /// Rejected: protocol version.
    REJECTED_PROTOCOL_VERSION(false),
    /// Rejected for now, no reason given.
    REJECTED_FOR_NOW(true),
    /// Rejected for now: congestion.
    REJECTED_CONGESTION(true),
    /// Rejected for now: a limit of the peer.
    REJECTED_LIMIT(true),
    /// Rejected with codes that are none; `{1}` calling, `{2}` called title, `{3}` result, `{4}` source, `{5}` reason.
    REJECTED_OTHERWISE(false),
    /// None of the presentation contexts was accepted.
    NO_CONTEXT(false),
    /// Aborted by the user there.
    ABORTED(true),
    /// Aborted by the provider there; `{1}` reason code.
    ABORTED_BY_PROVIDER(true),
    /// Who we are would go over an open line.
    IDENTITY_IN_CLEAR(false),
    /// Nothing can be sent or received any more.
    OVER(true),
    /// The data set to be sent cannot be read.
    DATA_UNREADABLE(false),
    /// What answers speaks TLS, and we do not.
    SPEAKS_TLS(AbortReason.UNRECOGNIZED_PDU),
    /// `{1}` type in hexadecimal digits.
    UNKNOWN_PDU(AbortReason.UNRECOGNIZED_PDU),
    /// `{1}` type in hexadecimal digits, `{2}` state.
    UNEXPECTED_PDU(AbortReason.UNEXPECTED_PDU),
    /// `{1}` bytes, `{2}` limit.
    PDU_TOO_LONG(AbortReason.INVALID_PARAMETER),
    /// `{1}` type in hexadecimal digits, `{2}` bytes.
    PDU_LENGTH(AbortReason.INVALID_PARAMETER),
    /// `{1}` item type in hexadecimal digits.
    ITEM_CUT(AbortReason.INVALID_PARAMETER),
    /// `{1}` item type in hexadecimal digits.
    ITEM_MISSING(AbortReason.INVALID_PARAMETER),
    /// `{1}` item type in hexadecimal digits.
    ITEM_TWICE(AbortReason.UNEXPECTED_PARAMETER),
    /// `{1}` item type in hexadecimal digits.
    BAD_UID(AbortReason.INVALID_PARAMETER),
    /// A title of spaces or of other characters.
    BAD_TITLE(AbortReason.INVALID_PARAMETER),
    /// `{1}` the id.
    BAD_CONTEXT_ID(AbortReason.INVALID_PARAMETER),
    /// `{1}` the id.
    CONTEXT_TWICE(AbortReason.INVALID_PARAMETER),
    /// `{1}` the id.
    CONTEXT_UNASKED(AbortReason.INVALID_PARAMETER),
    /// `{1}` the type.
    BAD_IDENTITY(AbortReason.INVALID_PARAMETER),
    /// `{1}` bytes it says, `{2}` bytes left in the PDU.
    PDV_LENGTH(AbortReason.INVALID_PARAMETER),
    /// `{1}` the id.
    PDV_CONTEXT(AbortReason.INVALID_PARAMETER),
    /// Fragments of one message among those of another, or a data set without its command.
    PDV_ORDER(AbortReason.UNEXPECTED_PARAMETER),
    /// `{1}` limit.
    COMMAND_TOO_LONG(AbortReason.INVALID_PARAMETER),
    /// `{1}` bytes.
    PEER_PDU_TOO_SHORT(AbortReason.INVALID_PARAMETER),
    /// `{1}` the port.
    NO_PORT(false);

    private final boolean passing;
    private final AbortReason told;

    UpperReason(boolean passing) {
        this(passing, AbortReason.NOT_SPECIFIED);
    }

    UpperReason(AbortReason told) {
        this(false, told);
    }

    UpperReason(boolean passing, AbortReason told) {
        this.passing = passing;
        this.told = told;
    }

    /// @return whether another try may go better without anybody changing anything
    public boolean passing() {
        return passing;
    }

    /// @return what the peer is told where the association is aborted for this
    AbortReason told() {
        return told;
    }
}
