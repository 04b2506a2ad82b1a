package org.tyde.dimse.upper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Accepts what it supports, of those it knows.
///
/// @param calledTitles AE titles it answers to
/// @param callingTitles AE titles it answers
/// @param identities who may ask; empty: someone who does not say
/// @param supports what it supports, by abstract syntax
/// @param window operations at once
/// @param extended what it says of a SOP class that the requestor spoke of
public record Offer(
        Predicate<String> calledTitles,
        Predicate<String> callingTitles,
        Predicate<Optional<UserIdentity>> identities,
        Function<String, Optional<Support>> supports,
        AsyncWindow window,
        Function<ExtendedNegotiation, Optional<ExtendedNegotiation>> extended)
        implements Acceptor {
    /// @param supports by abstract syntax
    /// @return for anyone, under any title
    public static Offer of(Support... supports) {
        var byUid = Stream.of(supports).collect(Collectors.toMap(Support::abstractSyntax, s -> s));
        return supporting(uid -> Optional.ofNullable(byUid.get(uid)));
    }

    /// @param supports by abstract syntax
    /// @return for anyone, under any title
    public static Offer supporting(Function<String, Optional<Support>> supports) {
        return new Offer(
                _ -> true,
                _ -> true,
                _ -> true,
                supports,
                AsyncWindow.SYNCHRONOUS,
                _ -> Optional.empty());
    }

    /// @param title the only one it answers to
    /// @return with it
    public Offer withCalled(String title) {
        return new Offer(title::equals, callingTitles, identities, supports, window, extended);
    }

    /// @param titles it answers
    /// @return with them
    public Offer withCalling(Predicate<String> titles) {
        return new Offer(calledTitles, titles, identities, supports, window, extended);
    }

    /// @param who may ask; empty: someone who does not say
    /// @return with them
    public Offer withIdentities(Predicate<Optional<UserIdentity>> who) {
        return new Offer(calledTitles, callingTitles, who, supports, window, extended);
    }

    /// @param most operations at once
    /// @return with it
    public Offer withWindow(AsyncWindow most) {
        return new Offer(calledTitles, callingTitles, identities, supports, most, extended);
    }

    /// @param answers to what a requestor says of a SOP class
    /// @return with them
    public Offer withExtended(
            Function<ExtendedNegotiation, Optional<ExtendedNegotiation>> answers) {
        return new Offer(calledTitles, callingTitles, identities, supports, window, answers);
    }

    @Override
    public Answer answer(AssociationRequest request) {
        if (!calledTitles.test(request.calledTitle()))
            return new Answer.Reject(Rejection.CALLED_TITLE);
        if (!callingTitles.test(request.callingTitle()))
            return new Answer.Reject(Rejection.CALLING_TITLE);
        var proposal = request.proposal();
        if (!identities.test(proposal.identity())) return new Answer.Reject(Rejection.PROVIDER);
        var contexts = new ArrayList<ContextAnswer>();
        for (var context : proposal.contexts()) contexts.add(answer(context));
        return new Answer.Accept(
                contexts,
                roles(proposal),
                proposal.window().map(window::and),
                proposal.extended().stream().flatMap(e -> extended.apply(e).stream()).toList(),
                proposal.identity().filter(UserIdentity::answerWanted).map(_ -> new byte[0]));
    }

    private ContextAnswer answer(PresentationContext context) {
        var support = supports.apply(context.abstractSyntax());
        var first = context.transferSyntaxes().getFirst();
        if (support.isEmpty())
            return new ContextAnswer(
                    context.id(), ContextAnswer.Result.ABSTRACT_SYNTAX_NOT_SUPPORTED, first);
        return support.get()
                .choose(context.transferSyntaxes())
                .map(s -> new ContextAnswer(context.id(), ContextAnswer.Result.ACCEPTANCE, s))
                .orElseGet(
                        () ->
                                new ContextAnswer(
                                        context.id(),
                                        ContextAnswer.Result.TRANSFER_SYNTAXES_NOT_SUPPORTED,
                                        first));
    }

    private List<RoleSelection> roles(Proposal proposal) {
        return proposal.roles().stream()
                .flatMap(
                        wanted ->
                                supports.apply(wanted.sopClass()).stream()
                                        .map(
                                                s ->
                                                        new RoleSelection(
                                                                wanted.sopClass(),
                                                                wanted.scu() && s.scu(),
                                                                wanted.scp() && s.scp())))
                .toList();
    }
}
