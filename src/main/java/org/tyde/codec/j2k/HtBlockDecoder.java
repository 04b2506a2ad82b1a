package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;

/// Decodes high-throughput code-blocks (T.814 clause 7): the cleanup pass, and the two refinement passes that may
/// follow it.
final class HtBlockDecoder implements BlockDecoder {
    /// What a place of 31 bits of magnitude can hold beside its half step.
    private static final int MOST_PLANES = 30;

    private final HtCleanup cleanup = new HtCleanup();
    private final HtRefinement refinement = new HtRefinement();
    private int[] whole = {};

    @Override
    public void decode(CodeBlock block, int[] coefficients, int offset, int stride) throws Refusal {
        int plane = block.planes() - 1 - block.zeroPlanes();
        if (block.planes() > MOST_PLANES)
            throw new Refusal(
                            J2kReason.UNSUPPORTED,
                            block.planes() + " bit-planes in a high-throughput code-block")
                    .withRule("T.814");
        if (plane < 0) throw broken(block.zeroPlanes() + " of " + block.planes() + " planes zero");
        if (block.passes() > 3) throw broken(block.passes() + " passes after the placeholders");
        boolean refined = block.passes() > 1;
        if (refined && plane == 0) throw broken("refinement below the last bit-plane");
        if (block.segments().size() < (refined ? 2 : 1)) throw broken("a segment is missing");
        int width = block.width() + 1 >> 1;
        int height = block.height() + 1 >> 1;
        var segment = block.segments().getFirst();
        if (((block.width() | block.height()) & 1) == 0) {
            cleanup.decode(block, segment, width, height, coefficients, offset, stride);
        } else {
            if (whole.length < 4 * width * height) whole = new int[4 * width * height];
            cleanup.decode(block, segment, width, height, whole, 0, 2 * width);
            for (int y = 0; y < block.height(); y++)
                System.arraycopy(
                        whole, 2 * width * y, coefficients, offset + y * stride, block.width());
        }
        if (refined)
            refinement.refine(block, block.segments().get(1), plane, coefficients, offset, stride);
    }

    private static Refusal broken(String what) {
        return new Refusal(J2kReason.BROKEN_BLOCK, what).withRule("T.814 7.1");
    }
}
