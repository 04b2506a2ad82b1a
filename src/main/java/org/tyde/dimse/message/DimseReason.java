package org.tyde.dimse.message;

import org.tyde.dimse.command.Status;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;

/// Why a conversation by DIMSE is refused or broken off. `{0}` is always the other's name.
public enum DimseReason implements Reason {
    /// It accepted no presentation context of SOP class `{1}`.
    CLASS_NOT_ACCEPTED,
    /// It accepted no presentation context of SOP class `{1}` in transfer syntax `{2}`.
    KIND_NOT_ACCEPTED,
    /// It accepted SOP class `{1}`, but not in transfer syntax `{2}`.
    SYNTAX_NOT_ACCEPTED,
    /// A message in presentation context `{1}`, which was not accepted, or is another's.
    WRONG_CONTEXT,
    /// Message `{1}` where `{2}` was due.
    UNEXPECTED,
    /// An answer to message `{1}` where the answer to `{2}` was due.
    ANSWERS_ANOTHER,
    /// It let go of the association before the last answer to `{1}`.
    NO_LAST_ANSWER,
    /// More than `{2}` answers to `{1}` and no last one.
    ENDLESS,
    /// `{1}` seconds without an instance or a change of the counts.
    STUCK,
    /// An answer of more than `{1}` bytes.
    ANSWER_TOO_LARGE,
    /// `{1}` ended with out of resources, status `{2}`.
    OUT_OF_RESOURCES,
    /// `{1}` is not allowed, status `{2}`.
    NOT_AUTHORIZED,
    /// `{1}` is not supported there, status `{2}`.
    NOT_SUPPORTED,
    /// The destination of the move is not known there; `{2}` the status.
    DESTINATION_UNKNOWN,
    /// The query does not suit, status `{2}`.
    QUERY_REFUSED,
    /// `{1}` failed there, status `{2}`.
    FAILED_THERE,
    /// `{1}` instances of `{2}` were not taken, first status `{3}`.
    NOT_STORED,
    /// `{1}` instances of `{2}` were not sent there or here.
    NOT_ALL_SENT,
    /// It sent `{1}` instances of another study or patient than asked for.
    OTHER_PATIENT,
    /// A query without `{1}`, which this level needs. `{0}` is the level.
    KEY_MISSING,
    /// The information model `{1}` has no level `{0}`.
    NO_SUCH_LEVEL,
    /// A file that cannot be sent: `{0}` its name, `{1}` what it lacks.
    NOT_SENDABLE,
    /// No report of the commitment came within `{1}` seconds.
    NO_COMMITMENT,
    /// More than `{1}` kinds of instances in one sending.
    TOO_MANY_KINDS;

    /// @param peer its name
    /// @param operation what was asked, as the standard writes it
    /// @param status a failure
    /// @return the refusal of that status
    public static Refusal of(String peer, String operation, Status status) {
        return new Refusal(of(status), peer, operation, status.hex()).withRule("PS3.7 C");
    }

    private static DimseReason of(Status status) {
        return switch (status.code()) {
            case 0x0122, 0x0211, 0x0118 -> NOT_SUPPORTED;
            case 0x0124 -> NOT_AUTHORIZED;
            case 0x0213 -> OUT_OF_RESOURCES;
            case 0xA801 -> DESTINATION_UNKNOWN;
            case 0xA900 -> QUERY_REFUSED;
            default -> status.code() >>> 8 == 0xA7 ? OUT_OF_RESOURCES : FAILED_THERE;
        };
    }

    /// @return whether the same may go well a little later
    public boolean passing() {
        return switch (this) {
            case NO_LAST_ANSWER, STUCK, OUT_OF_RESOURCES, NOT_ALL_SENT, NO_COMMITMENT -> true;
            case CLASS_NOT_ACCEPTED,
                    KIND_NOT_ACCEPTED,
                    SYNTAX_NOT_ACCEPTED,
                    WRONG_CONTEXT,
                    UNEXPECTED,
                    ANSWERS_ANOTHER,
                    ENDLESS,
                    ANSWER_TOO_LARGE,
                    NOT_AUTHORIZED,
                    NOT_SUPPORTED,
                    DESTINATION_UNKNOWN,
                    QUERY_REFUSED,
                    FAILED_THERE,
                    NOT_STORED,
                    OTHER_PATIENT,
                    KEY_MISSING,
                    NO_SUCH_LEVEL,
                    NOT_SENDABLE,
                    TOO_MANY_KINDS ->
                    false;
        };
    }
}
