package org.tyde.dimse.upper;

/// Which roles the requestor takes for a SOP class (PS3.7 D.3.3.4): in a request those it proposes, in an answer those
/// the acceptor agrees to. Without one the requestor is user and the acceptor provider.
///
/// @param sopClass UID
/// @param scu whether the requestor may be the service class user
/// @param scp whether the requestor may be the service class provider
public record RoleSelection(String sopClass, boolean scu, boolean scp) {}
