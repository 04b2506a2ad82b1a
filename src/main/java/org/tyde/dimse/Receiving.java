package org.tyde.dimse;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.Tag;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Arrival;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.dimse.message.Received;
import org.tyde.dimse.message.Tally;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one retrieval brings: counts it, and keeps out what was not asked for. Thread-safe.
final class Receiving implements InstanceSink {
    private final InstanceSink sink;
    private final Wanted wanted;
    private final Patience patience;
    private final List<String> foreign = new ArrayList<>();
    private int received;
    private int kept;
    private @Nullable IOException failure;

    Receiving(InstanceSink sink, Wanted wanted, Patience patience) {
        this.sink = sink;
        this.wanted = wanted;
        this.patience = patience;
    }

    @Override
    public Status take(Arrival arrival, InputStream partTen) throws IOException {
        patience.moved();
        return take(arrival, wanted.look(arrival, partTen));
    }

    Status take(Arrival arrival, Wanted.Look look) throws IOException {
        Status status;
        try {
            status = look.asked() ? sink.take(arrival, look.whole()) : Status.NOT_AUTHORIZED;
        } catch (IOException failed) {
            notKept(failed);
            throw failed;
        }
        count(arrival, look.asked(), status);
        patience.moved();
        return status;
    }

    Wanted wanted() {
        return wanted;
    }

    private synchronized void notKept(IOException failed) {
        received++;
        if (failure == null) failure = failed;
    }

    private synchronized void count(Arrival arrival, boolean asked, Status status) {
        received++;
        if (!asked) foreign.add(arrival.sopInstance());
        boolean well = status.kind() == Status.Kind.SUCCESS || status.kind() == Status.Kind.WARNING;
        if (asked && well) kept++;
    }

    Patience patience() {
        return patience;
    }

    synchronized int received() {
        return received;
    }

    /// How it ended, as far as has come in now.
    synchronized Retrieved end(Received last, List<String> failed) throws Refusal {
        var command = last.command();
        return new Retrieved(
                last.peer(),
                command.operation().title(),
                command.status(),
                Tally.of(command),
                received,
                kept,
                foreign,
                failed,
                Optional.ofNullable(failure));
    }

    /// The instances that a last response names as failed (PS3.4 C.4.2.1.4.2).
    static List<String> failed(Received last) throws Refusal {
        return last.command().hasDataSet()
                ? last.identifier().texts(Tag.FAILED_SOP_INSTANCE_UID_LIST)
                : List.of();
    }
}
