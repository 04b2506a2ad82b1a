package org.tyde.dimse.provider;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dimse.command.Responses;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Tally;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/// The C-STOREs of one C-MOVE or C-GET, their counts, and the responses that tell them (PS3.4 C.4.2.3.1).
final class SubOperations {
    private static final Logger LOG = LoggerFactory.getLogger(SubOperations.class);

    /// Pending responses are no more frequent than this.
    private static final Duration PACE = Duration.ofMillis(100);

    private final Request request;
    private final Turn turn;
    private final List<Outgoing> instances;
    private final List<String> failed = new ArrayList<>();
    private int completed;
    private int warned;
    private long told = System.nanoTime();

    SubOperations(Request request, Turn turn, List<Outgoing> instances) {
        this.request = request;
        this.turn = turn;
        this.instances = instances;
    }

    /// Sends one instance.
    @FunctionalInterface
    interface Sending {
        /// @return what the other said to it
        /// @throws IOException where it could not be sent, or the association is broken
        Status send(Outgoing instance) throws IOException;
    }

    /// @param sending how one goes out
    /// @param broken whether no more can go out
    void run(Sending sending, BooleanSupplier broken) throws Refusal {
        for (var instance : instances) {
            if (turn.cancelled()) {
                end(Status.CANCELLED);
                return;
            }
            if (broken.getAsBoolean()) {
                failed.add(instance.sopInstance());
                continue;
            }
            one(instance, sending);
            tell();
        }
        boolean none = completed + warned == 0 && !instances.isEmpty();
        if (failed.isEmpty()) end(Status.SUCCESS);
        else end(none ? Status.CANNOT_PERFORM : Status.SOME_FAILED);
    }

    private void one(Outgoing instance, Sending sending) {
        try {
            switch (sending.send(instance).kind()) {
                case SUCCESS -> completed++;
                case WARNING -> warned++;
                case PENDING, CANCELLED, FAILURE -> failed.add(instance.sopInstance());
            }
        } catch (IOException notSent) {
            LOG.debug(
                    "an instance was not sent: {}",
                    notSent instanceof Refusal known
                            ? known.reason().name()
                            : notSent.getClass().getName());
            failed.add(instance.sopInstance());
        }
    }

    private Tally tally(boolean withRemaining) {
        int done = completed + warned + failed.size();
        return new Tally(
                withRemaining ? OptionalInt.of(instances.size() - done) : OptionalInt.empty(),
                completed,
                failed.size(),
                warned);
    }

    private void tell() throws Refusal {
        boolean last = completed + warned + failed.size() == instances.size();
        if (last || System.nanoTime() - told < PACE.toNanos()) return;
        told = System.nanoTime();
        request.send(tally(true).tell(Responses.to(request.command(), Status.PENDING)).build());
    }

    /// Remaining is told while it is pending and when it was cancelled (PS3.4 C.4.2.1.6).
    private void end(Status status) throws Refusal {
        var response =
                tally(status.equals(Status.CANCELLED))
                        .tell(Responses.to(request.command(), status));
        if (failed.isEmpty()) request.send(response.build());
        else
            request.send(
                    response.withDataSet().build(),
                    DataSet.builder()
                            .text(Tag.FAILED_SOP_INSTANCE_UID_LIST, failed.toArray(String[]::new))
                            .build());
    }
}
