package org.tyde.dimse.upper;

/// A presentation context that both sides agreed on.
///
/// @param id odd, 1 to 255
/// @param abstractSyntax UID, such as a SOP class
/// @param transferSyntax UID of the one chosen
/// @param scu whether this side may be the service class user
/// @param scp whether this side may be the service class provider
public record AcceptedContext(
        int id, String abstractSyntax, String transferSyntax, boolean scu, boolean scp) {}
