package org.tyde.dimse.provider;

import org.tyde.dicom.SopClass;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.command.Operation;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.upper.Support;
import org.tyde.refusal.Refusal;

import java.util.Optional;

/// C-ECHO (PS3.4 A).
final class VerificationService implements DimseService {
    @Override
    public Optional<Support> supports(String abstractSyntax) {
        if (!abstractSyntax.equals(SopClass.VERIFICATION)) return Optional.empty();
        return Optional.of(
                Support.of(
                        abstractSyntax,
                        TransferSyntax.EXPLICIT_LITTLE.uid(),
                        TransferSyntax.IMPLICIT_LITTLE.uid()));
    }

    @Override
    public boolean answers(Command command) {
        return command.operation() == Operation.C_ECHO_RQ;
    }

    @Override
    public void answer(Request request) throws Refusal {
        request.end(Status.SUCCESS);
    }
}
