package org.tyde.dimse.upper;

import java.util.List;

/// What became of a proposed presentation context (PS3.8 9.3.3.2).
///
/// @param id of the proposed one
/// @param result whether it is accepted
/// @param transferSyntax the one chosen; of no meaning where it is not accepted
public record ContextAnswer(int id, Result result, String transferSyntax) {
    /// The codes of Table 9-18, each at its number.
    public enum Result {
        /// Accepted.
        ACCEPTANCE,
        /// The user of the upper layer does not want it.
        USER_REJECTION,
        /// No reason given.
        NO_REASON,
        /// The SOP class is not known.
        ABSTRACT_SYNTAX_NOT_SUPPORTED,
        /// None of the transfer syntaxes is known.
        TRANSFER_SYNTAXES_NOT_SUPPORTED;

        private static final List<Result> BY_CODE = List.of(values());

        int code() {
            return BY_CODE.indexOf(this);
        }

        /// @return the result; no reason for a code that is none
        static Result of(int code) {
            return code < BY_CODE.size() ? BY_CODE.get(code) : NO_REASON;
        }
    }

    /// @return whether messages may be sent in it
    public boolean accepted() {
        return result == Result.ACCEPTANCE;
    }
}
