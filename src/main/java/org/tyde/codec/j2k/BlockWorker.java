package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;

import java.util.Arrays;

/// Decodes code-blocks on one thread, with the memory that takes.
final class BlockWorker {
    /// Places of the largest code-block (T.800 Table A.18).
    private static final int PLACES = 4096;

    /// Magnitude bits in 32, beside the sign and the half.
    static final int NARROW_PLANES = 30;

    private static final int MOST_PLANES = 60;

    private final MqBlockDecoder arithmetic = new MqBlockDecoder();
    private final HtBlockDecoder highThroughput = new HtBlockDecoder();
    private final int[] coefficients = new int[PLACES];
    private int[] low = {};
    private long[] wide = {};
    private byte[] bytes = {};

    /// @param packets whose bytes the block refers to
    /// @param band the block is of
    /// @param plane gets its coefficients
    void decode(byte[] packets, Block block, Subband band, Plane plane) throws Refusal {
        int places = Math.toIntExact(block.place.area());
        int planes = band.planes() - block.zeroPlanes;
        boolean coded = block.passes > 0 && block.coded();
        if (coded && planes > MOST_PLANES || planes > NARROW_PLANES && !plane.wide())
            throw tooMany(planes, "a code-block", "T.800 E.1");
        if (coded && planes > NARROW_PLANES) {
            wide(code(packets, block, band), places);
            if (band.shift() > 0) Dequantizer.lower(wide, places, band.shift());
            plane.fill(band, block.place, wide);
            return;
        }
        if (coded) narrow(code(packets, block, band));
        else Arrays.fill(coefficients, 0, places, 0);
        if (band.shift() > 0) Dequantizer.lower(coefficients, places, band.shift());
        plane.fill(band, block.place, coefficients);
    }

    private CodeBlock code(byte[] packets, Block block, Subband band) {
        int needed = block.bytes();
        if (bytes.length < needed) bytes = new byte[Math.max(needed, 1 << 14)];
        return block.assemble(packets, bytes, band);
    }

    private void narrow(CodeBlock code) throws Refusal {
        BlockDecoder decoder = code.style().highThroughput() ? highThroughput : arithmetic;
        decoder.decode(code, coefficients, 0, code.width());
    }

    private void wide(CodeBlock code, int places) throws Refusal {
        if (code.style().highThroughput())
            throw tooMany(code.planes(), "a high-throughput code-block", "T.814");
        if (wide.length < places) {
            wide = new long[PLACES];
            low = new int[PLACES];
        }
        arithmetic.decode(code, coefficients, low, wide);
    }

    private static Refusal tooMany(int planes, String where, String rule) {
        return new Refusal(J2kReason.UNSUPPORTED, planes + " bit-planes in " + where)
                .withRule(rule);
    }
}
