package org.tyde.dimse.provider;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Conversation;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.Received;
import org.tyde.dimse.upper.Association;
import org.tyde.dimse.upper.Limits;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.util.List;

/// One association attended to: this thread reads it, requests are answered one after the other, and
/// what lasts runs beside the reading, so that it can be cancelled.
final class Attendance {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final Conversation talk;
    private final List<DimseService> services;
    private final Limits limits;
    private final JobRunner runner;
    private @Nullable Turn turn;

    Attendance(
            Association association, List<DimseService> services, Limits limits, JobRunner runner) {
        this.talk = Conversation.over(association);
        this.services = services;
        this.limits = limits;
        this.runner = runner;
    }

    void attend(JobContext job) throws Refusal {
        try {
            while (true) {
                job.checkpoint();
                var message = talk.next();
                if (message.isEmpty()) return;
                take(message.get());
            }
        } finally {
            if (turn != null) turn.end();
        }
    }

    private void take(Received message) throws Refusal {
        var command = message.command();
        if (command.operation() == Operation.C_CANCEL_RQ) {
            // of an operation that has ended: it crossed the last answer (PS3.7 9.3.2.3)
            if (turn != null && turn.isFor(command.answersTo())) turn.cancel();
            return;
        }
        if (command.operation().isResponse()) {
            if (turn == null || turn.isAnswered()) throw unexpected(command);
            turn.take(command);
            return;
        }
        if (turn != null && !turn.isAnswered()) {
            // no window for more than one operation is ever negotiated (PS3.7 D.3.3.3)
            boolean same = turn.isFor(command.messageId());
            refuse(message, same ? Status.DUPLICATE_INVOCATION : Status.LIMITED_RESOURCES);
            return;
        }
        answer(message);
    }

    private Refusal unexpected(Command command) {
        return new Refusal(
                DimseReason.UNEXPECTED, talk.peer(), command.operation().title(), "a request");
    }

    private void answer(Received message) throws Refusal {
        var command = message.command();
        var service = services.stream().filter(s -> s.answers(command)).findFirst();
        if (service.isEmpty()) {
            refuse(message, Status.UNRECOGNIZED_OPERATION);
            return;
        }
        if (!command.sopClass().equals(message.context().abstractSyntax())) {
            refuse(message, Status.CLASS_NOT_SUPPORTED);
            return;
        }
        var mine = new Turn(talk.peer(), command.messageId(), limits.idle());
        service.get().answer(new Request(talk, message, mine, this::begin));
    }

    private void refuse(Received message, Status status) throws Refusal {
        talk.send(message.context(), Responses.to(message.command(), status).build());
    }

    private void begin(Turn mine, Request.Lasting work) {
        turn = mine;
        runner.waiting("dimse operation", _ -> run(mine, work));
    }

    private boolean run(Turn mine, Request.Lasting work) throws Refusal {
        try {
            work.run(mine);
            return true;
        } catch (Refusal failed) {
            LOG.warn("an operation failed: {}", failed.reason().name());
            throw failed;
        } catch (RuntimeException | Error bug) {
            LOG.error("an operation failed", bug);
            throw bug;
        } finally {
            if (!mine.isAnswered()) talk.association().abort();
        }
    }
}
