package org.tyde.dimse.provider;

import org.tyde.dimse.command.Command;
import org.tyde.dimse.message.DimseReason;
import org.tyde.refusal.Refusal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What comes in on an association while a lasting operation runs.
public final class Turn {
    private final String peer;
    private final int messageId;
    private final Duration patience;
    private final BlockingQueue<Optional<Command>> answers = new LinkedBlockingQueue<>();
    private volatile boolean cancelled;
    private volatile boolean answered;

    Turn(String peer, int messageId, Duration patience) {
        this.peer = peer;
        this.messageId = messageId;
        this.patience = patience;
    }

    /// @return whether a C-CANCEL came for it (PS3.7 9.3.2.3)
    public boolean cancelled() {
        return cancelled;
    }

    /// Waits for the answer to a sub-operation.
    ///
    /// @param request a C-STORE-RQ that went out
    /// @return its response
    /// @throws Refusal where none comes, or one to another message
    public Command answer(Command request) throws Refusal {
        Optional<Command> answer;
        try {
            var next = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            answer = next == null ? Optional.empty() : next;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            answer = Optional.empty();
        }
        var command =
                answer.orElseThrow(
                        () ->
                                new Refusal(
                                        DimseReason.NO_LAST_ANSWER,
                                        peer,
                                        request.operation().title()));
        if (command.answersTo() != request.messageId())
            throw new Refusal(
                            DimseReason.ANSWERS_ANOTHER,
                            peer,
                            String.valueOf(command.answersTo()),
                            String.valueOf(request.messageId()))
                    .withRule("PS3.7 9.1");
        return command;
    }

    /// The last answer is about to go out: the next request may follow at once.
    void answered() {
        answered = true;
    }

    boolean isAnswered() {
        return answered;
    }

    boolean isFor(int id) {
        return id == messageId;
    }

    void cancel() {
        cancelled = true;
    }

    void take(Command answer) {
        answers.add(Optional.of(answer));
    }

    /// The association is over: nobody waits any longer.
    void end() {
        cancelled = true;
        answers.add(Optional.empty());
    }
}
