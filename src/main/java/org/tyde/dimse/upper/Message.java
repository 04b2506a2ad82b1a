package org.tyde.dimse.upper;

import java.io.InputStream;

/// A message that is arriving: its command is here, its data set follows as it is read.
public final class Message {
    private final int contextId;
    private final byte[] command;
    private final InputStream data;

    Message(int contextId, byte[] command, InputStream data) {
        this.contextId = contextId;
        this.command = command;
        this.data = data;
    }

    /// @return of an accepted presentation context
    public int contextId() {
        return contextId;
    }

    /// @return the command set, in Implicit VR Little Endian (PS3.7 6.3)
    public byte[] command() {
        return command.clone();
    }

    /// Only where the command says that a data set follows ((0000,0800), PS3.7 E.1); the upper layer cannot know.
    ///
    /// @return the data set in the transfer syntax of the context, read from the line as it is asked for; ends with
    ///     it, and with the next [Association#next()]
    public InputStream data() {
        return data;
    }
}
