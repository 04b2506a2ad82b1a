package org.tyde.dimse.command;

import org.tyde.refusal.Reason;

/// Why a command set is refused.
public enum CommandReason implements Reason {
    /// It ends within an element.
    CUT_OFF,
    /// An element of another group than 0000.
    NOT_A_COMMAND,
    /// An element stands twice.
    TWICE,
    /// `{0}` bytes, more than `{1}`.
    TOO_LONG,
    /// `{0}` the attribute, `{1}` its bytes.
    WRONG_LENGTH,
    /// `{0}` the Command Field.
    UNKNOWN_COMMAND,
    /// `{0}` the message, `{1}` the attribute it lacks.
    MISSING
}
