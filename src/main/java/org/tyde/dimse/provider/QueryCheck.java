package org.tyde.dimse.provider;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.dimse.message.QueryModel;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Optional;

/// What the three services of a query have in common: their SOP classes, and whether an identifier is one.
final class QueryCheck {
    private QueryCheck() {}

    /// Of one operation in both models.
    static Optional<Support> supports(String abstractSyntax, Operation operation) {
        var model = QueryModel.of(abstractSyntax);
        if (model.isEmpty() || !sopClass(model.get(), operation).equals(abstractSyntax))
            return Optional.empty();
        return Optional.of(
                Support.of(
                        abstractSyntax,
                        TransferSyntax.EXPLICIT_LITTLE.uid(),
                        TransferSyntax.IMPLICIT_LITTLE.uid()));
    }

    private static String sopClass(QueryModel model, Operation operation) {
        if (operation == Operation.C_FIND_RQ) return model.find();
        return operation == Operation.C_MOVE_RQ ? model.move() : model.get();
    }

    /// @return the query; empty where it was refused, and answered so
    static Optional<Query> read(Request request, boolean retrieval) throws Refusal {
        var model = QueryModel.of(request.command().sopClass()).orElseThrow();
        if (!request.command().hasDataSet()) {
            request.end(Status.MISMATCH, "no identifier");
            return Optional.empty();
        }
        DataSet keys;
        try {
            keys = request.received().identifier();
        } catch (Refusal malformed) {
            if (!request.talk().association().established()) throw malformed;
            request.end(Status.MISMATCH, "the identifier cannot be read");
            return Optional.empty();
        }
        var level = keys.text(Tag.QUERY_RETRIEVE_LEVEL).flatMap(QueryLevel::of);
        if (level.isEmpty()) {
            request.end(Status.MISMATCH, "no Query/Retrieve Level");
            return Optional.empty();
        }
        var query = new Query(model, level.get(), keys);
        try {
            if (retrieval) query.retrieval();
            else query.identifier();
            return Optional.of(query);
        } catch (Refusal incomplete) {
            request.end(Status.MISMATCH, incomplete.reason().name());
            return Optional.empty();
        }
    }

    /// Storage classes that instances of a C-GET go out in: the requestor is their SCP.
    static Optional<Support> sending(String abstractSyntax) {
        return SopClass.isStorage(abstractSyntax)
                ? Optional.of(new Support(abstractSyntax, List.of(), false, true))
                : Optional.empty();
    }
}
