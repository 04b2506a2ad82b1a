package org.tyde.dimse.command;

/// Whose table of statuses counts: PS3.4 B.2.3 (storage), C.4.1.1.4 (find), C.4.2.1.5 (move), C.4.3.1.4
/// (get), J.3 (commitment); PS3.7 C for all.
public enum Service {
    ECHO,
    STORE,
    FIND,
    MOVE,
    GET,
    COMMITMENT
}
