package org.tyde.dimse.provider;

import org.tyde.dicom.SopClass;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.dimse.message.StorageReceiver;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Optional;

/// C-STORE (PS3.4 B): instances that others push, of every storage class of the standard and every
/// transfer syntax (of several in one context the first), kept as they come.
public final class StorageService implements DimseService {
    private final StorageReceiver receiver;

    /// @param sink takes the instances
    public StorageService(InstanceSink sink) {
        this.receiver = new StorageReceiver(sink);
    }

    @Override
    public Optional<Support> supports(String abstractSyntax) {
        if (!SopClass.isStorage(abstractSyntax)) return Optional.empty();
        return Optional.of(new Support(abstractSyntax, List.of(), true, false));
    }

    @Override
    public boolean answers(Command command) {
        return command.operation() == Operation.C_STORE_RQ;
    }

    @Override
    public void answer(Request request) throws Refusal {
        receiver.take(request.talk(), request.received());
    }
}
