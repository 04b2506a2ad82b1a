package org.tyde.reading;

/// What the reader says of something followed, in the case that is open. An act each; nothing is concluded from
/// what was or was not measured.
///
/// @param uid Tracking Unique Identifier (112040, DCM)
/// @param kind what is said
public record LesionRemark(String uid, Kind kind) {
    /// What can be said of it.
    public enum Kind {
        /// It is added up with others (RECIST 1.1: target lesion).
        TARGET,
        /// It is a lymph node: its short axis counts.
        NODE,
        /// It was not there before.
        NEW,
        /// It was looked for in this study, and is not there any more.
        GONE
    }
}
