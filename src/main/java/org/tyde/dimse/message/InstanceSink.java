package org.tyde.dimse.message;

import org.tyde.dimse.command.Status;

import java.io.IOException;
import java.io.InputStream;

/// Takes instances as they come, one at a time an association.
public interface InstanceSink {
    /// @param arrival what comes
    /// @param partTen the instance as a PS3.10 file: meta information made here, the data set as it was
    ///     sent; it need not be read to its end
    /// @return [Status#SUCCESS] where it is kept, else what the sender is told
    /// @throws IOException where it cannot be kept; the sender is told that resources are out, or, of a
    ///     malformed data set, that it is not understood
    Status take(Arrival arrival, InputStream partTen) throws IOException;
}
