package org.tyde.fuzz;

import org.tyde.codec.j2k.HtBlockInput;

import java.util.List;

/// Code-blocks of high-throughput JPEG 2000, under numbers packets may bring with them.
public final class HtBlockFuzz {
    private HtBlockFuzz() {}

    /// @param input a block in the form of [HtBlockInput]
    public static void fuzzerTestOneInput(byte[] input) {
        Hostile.input(() -> HtBlockInput.decode(input));
    }

    /// @return blocks with one, two and three passes
    public static List<byte[]> seeds() {
        return HtBlockInput.seeds();
    }
}
