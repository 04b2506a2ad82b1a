package org.tyde.dimse.upper;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a data set where it is to go.
@FunctionalInterface
public interface DataWriter {
    /// @param out takes its bytes; not closed by the writer
    /// @throws IOException where they cannot be had or cannot be sent
    void writeTo(OutputStream out) throws IOException;
}
