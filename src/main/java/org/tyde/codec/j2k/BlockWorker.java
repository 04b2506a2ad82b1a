package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;

import java.util.Arrays;

/// Decodes code-blocks on one thread, with the memory that takes.
final class BlockWorker {
    /// Magnitude bits in a coefficient, less the half.
    private static final int MOST_PLANES = 30;

    private final BlockDecoder arithmetic = new MqBlockDecoder();
    private final BlockDecoder highThroughput = new HtBlockDecoder();
    private final int[] coefficients = new int[4096];
    private byte[] bytes = {};

    /// @param packets whose bytes the block refers to
    /// @param band the block is of
    /// @param plane gets its coefficients
    void decode(byte[] packets, Block block, Subband band, Plane plane) throws Refusal {
        decode(packets, block, band);
        if (band.shift() > 0)
            Dequantizer.lower(coefficients, Math.toIntExact(block.place.area()), band.shift());
        plane.fill(band, block.place, coefficients);
    }

    private void decode(byte[] packets, Block block, Subband band) throws Refusal {
        if (block.passes == 0) {
            Arrays.fill(coefficients, 0, Math.toIntExact(block.place.area()), 0);
            return;
        }
        int needed = block.bytes();
        if (bytes.length < needed) bytes = new byte[Math.max(needed, 1 << 14)];
        var code = block.assemble(packets, bytes, band);
        if (code.planes() - code.zeroPlanes() > MOST_PLANES)
            throw new Refusal(
                            J2kReason.UNSUPPORTED,
                            code.planes() - code.zeroPlanes() + " bit-planes in a code-block")
                    .withRule("T.800 E.1");
        if (code.segments().isEmpty()) {
            Arrays.fill(coefficients, 0, code.width() * code.height(), 0);
            return;
        }
        var decoder = code.style().highThroughput() ? highThroughput : arithmetic;
        decoder.decode(code, coefficients, 0, code.width());
    }
}
