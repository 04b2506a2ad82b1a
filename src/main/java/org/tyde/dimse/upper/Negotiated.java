package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What both sides agreed on.
///
/// @param contexts accepted ones, with the roles of this side
/// @param peer what the other side said of itself
/// @param maxSend the longest P-DATA-TF that we send
record Negotiated(
        String calledTitle,
        String callingTitle,
        List<AcceptedContext> contexts,
        AsyncWindow window,
        UserInformation peer,
        int maxSend) {

    /// @throws Refusal where the acceptance answers what was not asked
    static Negotiated ofRequestor(
            String name, Limits limits, Pdu.AssociateRq asked, Pdu.AssociateAc answer)
            throws Refusal {
        var proposed = new HashMap<Integer, PresentationContext>();
        for (var context : asked.contexts()) proposed.put(context.id(), context);
        var granted = roles(answer.user());
        var wanted = roles(asked.user());
        var contexts = new ArrayList<AcceptedContext>();
        for (var one : answer.contexts()) {
            var context = proposed.get(one.id());
            if (context == null
                    || one.accepted() && !context.transferSyntaxes().contains(one.transferSyntax()))
                throw new Refusal(UpperReason.CONTEXT_UNASKED, name, one.id())
                        .withRule("PS3.8 9.3.3.2");
            if (!one.accepted()) continue;
            var sopClass = context.abstractSyntax();
            var usual = new RoleSelection(sopClass, true, false);
            var want = wanted.getOrDefault(sopClass, usual);
            var grant =
                    wanted.containsKey(sopClass) ? granted.getOrDefault(sopClass, usual) : usual;
            contexts.add(
                    new AcceptedContext(
                            one.id(),
                            sopClass,
                            one.transferSyntax(),
                            want.scu() && grant.scu(),
                            want.scp() && grant.scp()));
        }
        var none = AsyncWindow.SYNCHRONOUS;
        return new Negotiated(
                asked.calledTitle(),
                asked.callingTitle(),
                List.copyOf(contexts),
                asked.user().window().orElse(none).and(answer.user().window().orElse(none)),
                answer.user(),
                maxSend(name, limits, answer.user().maxLength()));
    }

    /// @throws Refusal where the requestor takes no P-DATA-TF that carries anything
    static Negotiated ofAcceptor(
            String name, Limits limits, Pdu.AssociateRq asked, Answer.Accept answer)
            throws Refusal {
        var roles =
                answer.roles().stream()
                        .collect(Collectors.toMap(RoleSelection::sopClass, r -> r, (a, _) -> a));
        var contexts = new ArrayList<AcceptedContext>();
        for (var one : answer.contexts()) {
            if (!one.accepted()) continue;
            var sopClass =
                    asked.contexts().stream()
                            .filter(c -> c.id() == one.id())
                            .findFirst()
                            .orElseThrow()
                            .abstractSyntax();
            var role = roles.getOrDefault(sopClass, new RoleSelection(sopClass, true, false));
            contexts.add(
                    new AcceptedContext(
                            one.id(), sopClass, one.transferSyntax(), role.scp(), role.scu()));
        }
        return new Negotiated(
                asked.calledTitle(),
                asked.callingTitle(),
                List.copyOf(contexts),
                answer.window().orElse(AsyncWindow.SYNCHRONOUS),
                asked.user(),
                maxSend(name, limits, asked.user().maxLength()));
    }

    Set<Integer> ids() {
        return contexts.stream().map(AcceptedContext::id).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, RoleSelection> roles(UserInformation user) {
        return user.roles().stream()
                .collect(Collectors.toMap(RoleSelection::sopClass, r -> r, (a, _) -> a));
    }

    private static int maxSend(String name, Limits limits, long peerTakes) throws Refusal {
        if (peerTakes == 0) return limits.maxSend();
        if (peerTakes < Limits.SHORTEST)
            throw new Refusal(UpperReason.PEER_PDU_TOO_SHORT, name, String.valueOf(peerTakes))
                    .withRule("PS3.8 D.1");
        return (int) Math.min(peerTakes, limits.maxSend());
    }
}
