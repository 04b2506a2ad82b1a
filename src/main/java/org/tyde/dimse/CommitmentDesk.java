package org.tyde.dimse;

import org.tyde.dicom.SopClass;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Received;
import org.tyde.dimse.provider.DimseService;
import org.tyde.dimse.provider.Request;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Where the reports of storage commitment come in, on whichever association (PS3.4 J.3.3): behind our own
/// port, or on the one that asked. Late ones too. Thread-safe.
public final class CommitmentDesk implements DimseService {
    private final Map<String, CompletableFuture<Commitment>> asked = new ConcurrentHashMap<>();
    private final Consumer<Commitment> each;

    /// @param each told of every report to a request of ours, once, on the thread it comes on
    public CommitmentDesk(Consumer<Commitment> each) {
        this.each = each;
    }

    /// From now on a report of that transaction is ours. After a restart the outbox names those that are
    /// still open.
    ///
    /// @param transaction the UID of the request
    public void expect(String transaction) {
        asked.putIfAbsent(transaction, new CompletableFuture<>());
    }

    /// @param transaction that was asked for
    /// @param longest wait
    /// @return what was reported; empty where nothing was in that time
    public Optional<Commitment> await(String transaction, Duration longest) {
        expect(transaction);
        var report = asked.getOrDefault(transaction, new CompletableFuture<>());
        try {
            return Optional.of(report.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<Support> supports(String abstractSyntax) {
        if (!abstractSyntax.equals(SopClass.STORAGE_COMMITMENT_PUSH_MODEL)) return Optional.empty();
        var uncompressed =
                Support.of(
                        abstractSyntax,
                        TransferSyntax.EXPLICIT_LITTLE.uid(),
                        TransferSyntax.IMPLICIT_LITTLE.uid());
        return Optional.of(uncompressed.withRoles(false, true));
    }

    @Override
    public boolean answers(Command command) {
        return command.operation() == Operation.N_EVENT_REPORT_RQ;
    }

    @Override
    public void answer(Request request) throws Refusal {
        request.end(take(request.received()));
    }

    /// @return what the reporter is told
    Status take(Received event) throws Refusal {
        if (!event.command().hasDataSet()) return Status.PROCESSING_FAILURE;
        var report = Commitment.of(event.identifier());
        var waiting = Optional.ofNullable(asked.get(report.transaction()));
        if (waiting.isEmpty()) return Status.INVALID_ARGUMENT;
        boolean first = waiting.get().complete(report);
        if (first) each.accept(report);
        return Status.SUCCESS;
    }
}
