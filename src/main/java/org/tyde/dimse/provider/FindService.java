package org.tyde.dimse.provider;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;

import java.util.Optional;

/// C-FIND in patient root and study root (PS3.4 C.4.1), without extended negotiation: no relational
/// queries, no fuzzy matching, dates and times each for itself.
public final class FindService implements DimseService {
    private final Stock stock;
    private final String title;

    /// @param stock what is searched
    /// @param title our application entity title, told as Retrieve AE Title
    public FindService(Stock stock, String title) {
        this.stock = stock;
        this.title = title;
    }

    @Override
    public Optional<Support> supports(String abstractSyntax) {
        return QueryCheck.supports(abstractSyntax, Operation.C_FIND_RQ);
    }

    @Override
    public boolean answers(Command command) {
        return command.operation() == Operation.C_FIND_RQ;
    }

    @Override
    public void answer(Request request) throws Refusal {
        var query = QueryCheck.read(request, false);
        if (query.isPresent()) request.later(turn -> find(request, query.get(), turn));
    }

    private void find(Request request, Query query, Turn turn) throws Refusal {
        var keys = query.keys();
        var matching = new Matching(keys, tag -> stock.matchesBy(query.level(), tag));
        Status pending;
        Iterable<DataSet> candidates;
        try {
            pending = matching.ignoresSome() ? Status.PENDING_WITHOUT_SOME_KEYS : Status.PENDING;
            candidates = stock.candidates(query.level(), keys);
        } catch (Refusal failed) {
            request.end(Status.CANNOT_UNDERSTAND, failed.reason().name());
            return;
        }
        for (var one : candidates) {
            if (turn.cancelled()) {
                request.end(Status.CANCELLED);
                return;
            }
            if (!matching.matches(one)) continue;
            var response = Responses.to(request.command(), pending).withDataSet().build();
            request.send(response, answer(query, one));
        }
        request.end(turn.cancelled() ? Status.CANCELLED : Status.SUCCESS);
    }

    /// What was asked for and no more (PS3.4 C.4.1.1.3.2).
    private DataSet answer(Query query, DataSet found) {
        var answer = DataSet.builder().copy(found, Tag.SPECIFIC_CHARACTER_SET);
        for (var key : query.keys()) {
            var element = found.element(key.tag());
            if (element.isPresent()) answer.put(element.get(), found.characterSet());
            else answer.bytes(key.tag(), key.vr(), new byte[0]);
        }
        return answer.text(Tag.QUERY_RETRIEVE_LEVEL, query.level().name())
                .text(Tag.RETRIEVE_AE_TITLE, title)
                .text(Tag.INSTANCE_AVAILABILITY, "ONLINE")
                .build();
    }
}
