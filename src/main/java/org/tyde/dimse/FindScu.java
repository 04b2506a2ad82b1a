package org.tyde.dimse;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Requests;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.command.Urgency;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Identifiers;
import org.tyde.dimse.message.Proposals;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.Received;
import org.tyde.dimse.upper.AcceptedContext;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;

/// C-FIND (PS3.4 C.4.1 and K.4.1): studies, series and instances, and the worklists of modalities.
public final class FindScu {
    private final Peer peer;
    private final JobRunner runner;

    /// @param peer whom to ask
    /// @param runner watches the time
    public FindScu(Peer peer, JobRunner runner) {
        this.peer = peer;
        this.runner = runner;
    }

    /// @param query to ask
    /// @param limits how many are wanted
    /// @param job whose cancelling ends it
    /// @return the answers
    /// @throws Refusal where the query is no query of that model, or the other declines
    public Answers find(Query query, FindLimits limits, JobContext job) throws Refusal {
        return find(query.model().find(), query.identifier(), limits, job);
    }

    /// @param keys of Modality Worklist (PS3.4 K.6.1), those of its steps in Scheduled Procedure Step
    ///     Sequence
    /// @param limits how many are wanted
    /// @param job whose cancelling ends it
    /// @return scheduled procedure steps
    /// @throws Refusal where the other declines
    public Answers worklist(DataSet keys, FindLimits limits, JobContext job) throws Refusal {
        return find(
                SopClass.MODALITY_WORKLIST_INFORMATION_MODEL_FIND,
                Identifiers.declared(keys).build(),
                limits,
                job);
    }

    private Answers find(String sopClass, DataSet identifier, FindLimits limits, JobContext job)
            throws Refusal {
        try (var talk = Conversation.open(peer, Proposals.of(sopClass), runner, job)) {
            var context = talk.context(sopClass);
            var request =
                    Requests.query(Operation.C_FIND_RQ, talk.nextId(), sopClass, Urgency.MEDIUM);
            talk.send(context, request, identifier);
            var answers = new Reading(talk, context, request, limits).all(job);
            talk.release();
            return answers;
        }
    }

    /// The answers to one request.
    private static final class Reading {
        private final Conversation talk;
        private final AcceptedContext context;
        private final Command request;
        private final FindLimits limits;
        private final List<DataSet> found = new ArrayList<>();
        private int seen;
        private int unreadable;
        private boolean ignored;
        private boolean cancelled;

        Reading(Conversation talk, AcceptedContext context, Command request, FindLimits limits) {
            this.talk = talk;
            this.context = context;
            this.request = request;
            this.limits = limits;
        }

        Answers all(JobContext job) throws Refusal {
            while (true) {
                job.checkpoint();
                var answer = talk.answer(context, request);
                var status = answer.command().status();
                switch (status.kind()) {
                    case PENDING -> {
                        ignored |= status.equals(Status.PENDING_WITHOUT_SOME_KEYS);
                        take(answer);
                    }
                    case SUCCESS, WARNING -> {
                        return answers(false);
                    }
                    case CANCELLED -> {
                        return answers(true);
                    }
                    case FAILURE ->
                            throw DimseReason.of(talk.peer(), request.operation().title(), status);
                }
            }
        }

        private Answers answers(boolean cutShort) {
            boolean more = limits.count() > 0 && seen > limits.skip() + limits.count();
            return new Answers(found, more || cutShort, ignored, unreadable);
        }

        private void take(Received answer) throws Refusal {
            if (++seen > limits.most())
                throw new Refusal(
                        DimseReason.ENDLESS,
                        talk.peer(),
                        request.operation().title(),
                        limits.most());
            if (cancelled) return;
            if (seen > limits.skip()) keep(answer);
            // one more than wanted tells whether there are more
            if (limits.count() > 0 && seen > limits.skip() + limits.count()) {
                talk.send(context, Requests.cancel(request.messageId()));
                cancelled = true;
            }
        }

        private void keep(Received answer) throws Refusal {
            if (limits.count() > 0 && found.size() >= limits.count()) return;
            try {
                found.add(answer.identifier());
            } catch (DicomFormatException malformed) {
                unreadable++;
            }
        }
    }
}
