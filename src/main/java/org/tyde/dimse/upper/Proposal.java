package org.tyde.dimse.upper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a requestor proposes.
///
/// @param contexts 1 to 128, with different ids
/// @param roles at most one for each SOP class
/// @param window where more than one operation is to be under way
/// @param extended at most one for each SOP class
/// @param commonExtended at most one for each SOP class
/// @param identity who asks
public record Proposal(
        List<PresentationContext> contexts,
        List<RoleSelection> roles,
        Optional<AsyncWindow> window,
        List<ExtendedNegotiation> extended,
        List<CommonExtendedNegotiation> commonExtended,
        Optional<UserIdentity> identity) {
    /// As many as there are odd ids.
    public static final int MOST_CONTEXTS = 128;

    /// Keeps copies of the lists.
    public Proposal {
        contexts = List.copyOf(contexts);
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
        commonExtended = List.copyOf(commonExtended);
    }

    /// @return nothing yet
    public static Proposal of() {
        return new Proposal(
                List.of(), List.of(), Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /// @param abstractSyntax UID, such as a SOP class
    /// @param transferSyntaxes UIDs, in our order of preference
    /// @return with one more presentation context, under the next odd id
    /// @throws IllegalArgumentException beyond 128
    public Proposal with(String abstractSyntax, String... transferSyntaxes) {
        return with(abstractSyntax, List.of(transferSyntaxes));
    }

    /// @param abstractSyntax UID, such as a SOP class
    /// @param transferSyntaxes UIDs, in our order of preference
    /// @return with one more presentation context, under the next odd id
    /// @throws IllegalArgumentException beyond 128
    public Proposal with(String abstractSyntax, List<String> transferSyntaxes) {
        int id = 2 * contexts.size() + 1;
        return new Proposal(
                joined(contexts, new PresentationContext(id, abstractSyntax, transferSyntaxes)),
                roles,
                window,
                extended,
                commonExtended,
                identity);
    }

    /// @param sopClass UID
    /// @param scu whether we may be its user
    /// @param scp whether we may be its provider
    /// @return with these roles
    public Proposal withRole(String sopClass, boolean scu, boolean scp) {
        return new Proposal(
                contexts,
                joined(roles, new RoleSelection(sopClass, scu, scp)),
                window,
                extended,
                commonExtended,
                identity);
    }

    /// @param wanted operations at once
    /// @return with it
    public Proposal withWindow(AsyncWindow wanted) {
        return new Proposal(
                contexts, roles, Optional.of(wanted), extended, commonExtended, identity);
    }

    /// @param one about a SOP class
    /// @return with it
    public Proposal withExtended(ExtendedNegotiation one) {
        return new Proposal(
                contexts, roles, window, joined(extended, one), commonExtended, identity);
    }

    /// @param one about a SOP class
    /// @return with it
    public Proposal withCommonExtended(CommonExtendedNegotiation one) {
        return new Proposal(
                contexts, roles, window, extended, joined(commonExtended, one), identity);
    }

    /// @param who asks
    /// @return with it
    public Proposal withIdentity(UserIdentity who) {
        return new Proposal(contexts, roles, window, extended, commonExtended, Optional.of(who));
    }

    private static <T> List<T> joined(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
