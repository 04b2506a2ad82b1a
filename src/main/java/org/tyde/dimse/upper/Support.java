package org.tyde.dimse.upper;

import java.util.List;
import java.util.Optional;

/// How an acceptor supports a SOP class.
///
/// @param abstractSyntax UID
/// @param transferSyntaxes UIDs in our order of preference; none: whatever is proposed first
/// @param scu whether the requestor may be its user
/// @param scp whether the requestor may be its provider
public record Support(
        String abstractSyntax, List<String> transferSyntaxes, boolean scu, boolean scp) {
    /// Keeps a copy of the list.
    public Support {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }

    /// @param abstractSyntax UID
    /// @param transferSyntaxes UIDs in our order of preference; none: whatever is proposed first
    /// @return for requestors that are users
    public static Support of(String abstractSyntax, String... transferSyntaxes) {
        return new Support(abstractSyntax, List.of(transferSyntaxes), true, false);
    }

    /// @param asUser whether the requestor may be its user
    /// @param asProvider whether the requestor may be its provider
    /// @return with these roles
    public Support withRoles(boolean asUser, boolean asProvider) {
        return new Support(abstractSyntax, transferSyntaxes, asUser, asProvider);
    }

    Optional<String> choose(List<String> proposed) {
        if (transferSyntaxes.isEmpty()) return Optional.of(proposed.getFirst());
        return transferSyntaxes.stream().filter(proposed::contains).findFirst();
    }
}
