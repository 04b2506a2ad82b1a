package org.tyde.fuzz;

import org.tyde.dimse.upper.PduDoor;

import java.io.IOException;
import java.util.List;

/// What comes over the line of an association: PDUs, then messages.
public final class PduFuzz {
    private PduFuzz() {}

    /// @param input PDUs, one after the other
    public static void fuzzerTestOneInput(byte[] input) {
        Hostile.input(() -> PduDoor.readPdus(input.clone()));
        Hostile.input(() -> PduDoor.readMessages(input.clone()));
    }

    /// @return every PDU
    public static List<byte[]> seeds() throws IOException {
        return PduDoor.seeds();
    }
}
