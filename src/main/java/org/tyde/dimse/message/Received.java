package org.tyde.dimse.message;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dimse.command.Command;
import org.tyde.dimse.upper.AcceptedContext;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;

/// A message as it came.
///
/// @param peer who sent it
/// @param context in which
/// @param command its command set
/// @param data its data set as it comes; without bytes where it has none
public record Received(String peer, AcceptedContext context, Command command, InputStream data) {
    /// The longest identifier that is read: matching keys and answers are short.
    public static final int LONGEST_IDENTIFIER = 1 << 20;

    /// @return the transfer syntax of its data set
    public TransferSyntax syntax() {
        return TransferSyntax.of(context.transferSyntax());
    }

    /// @return its data set, read whole; for identifiers, never for instances
    /// @throws Refusal where it is malformed, or too large to be one
    public DataSet identifier() throws Refusal {
        try {
            var bytes = data.readNBytes(LONGEST_IDENTIFIER + 1);
            if (bytes.length > LONGEST_IDENTIFIER)
                throw new Refusal(DimseReason.ANSWER_TOO_LARGE, peer, LONGEST_IDENTIFIER);
            return DicomReader.readDataSet(bytes, syntax());
        } catch (Refusal known) {
            throw known;
        } catch (IOException broken) {
            throw new Refusal(DimseReason.NO_LAST_ANSWER, peer, command.operation().title())
                    .because(broken);
        }
    }
}
