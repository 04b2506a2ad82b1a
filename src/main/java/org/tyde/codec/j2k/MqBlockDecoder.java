package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;

import java.util.Arrays;

/// Decodes code-blocks bit-plane by bit-plane, each in three passes (T.800 Annex D).
///
/// Four rows, a stripe, share one word for each column: whether the column's coefficients are significant,
/// from the row above the stripe to the row below it (bits 0 to 5), likewise whether they are negative
/// (bits 6 to 11), and for the four rows whether the significance pass of this plane visited them (bits 12 to
/// 15) and whether they have been refined (bits 16 to 19). With the words to the left and to the right this
/// is all the neighbourhood there is; words around the block stay 0.
///
/// The passes repeat their walk over stripes and columns on purpose: slack, position and the words in view stay in
/// local variables, which a walk that calls back for each coefficient would have to keep in fields.
final class MqBlockDecoder implements BlockDecoder {
    private static final int SIGNIFICANT = 0x3F;
    private static final int SIGN = 7;
    private static final int VISITED = 12;
    private static final int REFINED = 16;

    /// Passes coded before bypass begins (T.800 Table D.9).
    private static final int BEFORE_BYPASS = 10;

    /// The bit-planes that one word has room for beside the half step.
    static final int SPLIT = 30;

    private static final int MAGNITUDE = Integer.MAX_VALUE;

    private final MqDecoder mq = new MqDecoder();
    private final RawBits raw = new RawBits();
    private final byte[] signs = BlockContexts.signCoding();
    private byte[] zeros = {};
    private int[] flags = {};
    private int[] out = {};
    private int[] lower = {};

    /// Number of the plane that is plane 0 of `out`.
    private int split;

    private int offset;
    private int stride;
    private int width;
    private int height;
    private int pitch;
    private boolean causal;
    private int slack;

    @Override
    public void decode(CodeBlock block, int[] coefficients, int place, int step) throws Refusal {
        begin(block, coefficients, place, step);
        split = 0;
        passes(block);
    }

    /// Decodes a block of up to 60 bit-planes, those from [#SPLIT] up apart from those below.
    ///
    /// @param high the upper bit-planes as [BlockDecoder] says, as if they were all
    /// @param low the lower ones
    /// @param into written: as [BlockDecoder] says, with the sign in bit 63
    void decode(CodeBlock block, int[] high, int[] low, long[] into) throws Refusal {
        begin(block, high, 0, block.width());
        split = SPLIT;
        lower = low;
        passes(block);
        boolean whole = split == 0;
        for (int i = 0; i < width * height; i++) {
            int rest = whole ? low[i] : 0;
            // once a lower plane was decoded, the half step of the upper ones is in `low`
            long top = high[i] & (whole ? MAGNITUDE & ~1 : MAGNITUDE);
            into[i] =
                    (long) (high[i] | rest) << 32 & Long.MIN_VALUE
                            | top << SPLIT
                            | rest & MAGNITUDE;
        }
    }

    /// Goes over to the lower planes: the half step of a value becomes the first bit to be refined.
    private void split() {
        for (int i = 0; i < width * height; i++)
            lower[i] = out[i] == 0 ? 0 : out[i] & ~MAGNITUDE | 1 << SPLIT;
        out = lower;
        split = 0;
    }

    private void passes(CodeBlock block) throws Refusal {
        int pass = 0;
        for (var segment : block.segments()) {
            Arrays.fill(
                    block.data(),
                    segment.offset() + segment.length(),
                    segment.offset() + segment.length() + 2,
                    (byte) 0xFF);
            boolean bypassed = block.style().bypass() && pass >= BEFORE_BYPASS && pass % 3 != 0;
            if (bypassed) raw.start(block.data(), segment.offset());
            else slack = mq.start(block.data(), segment.offset());
            for (int i = 0; i < segment.passes(); i++) pass(block, pass++, bypassed);
        }
    }

    private void begin(CodeBlock block, int[] coefficients, int place, int step) {
        out = coefficients;
        offset = place;
        stride = step;
        width = block.width();
        height = block.height();
        pitch = width + 2;
        causal = block.style().causal();
        zeros =
                BlockContexts.zeroCoding(
                        block.orientation().highColumns(), block.orientation().highRows());
        int words = pitch * ((height + 3) / 4 + 2);
        if (flags.length < words) flags = new int[words];
        else Arrays.fill(flags, 0, words, 0);
        for (int y = 0; y < height; y++)
            Arrays.fill(out, offset + y * stride, offset + y * stride + width, 0);
        mq.reset();
    }

    private void pass(CodeBlock block, int pass, boolean bypassed) throws Refusal {
        int number = block.planes() - 1 - block.zeroPlanes() - (pass + 2) / 3;
        if (number < split) split();
        int plane = number - split;
        switch (pass % 3) {
            case 0 -> {
                cleanup(3 << plane);
                if (block.style().segmentationSymbols()) segmentationSymbol(plane);
            }
            case 1 -> {
                if (bypassed) rawSignificance(3 << plane);
                else significance(3 << plane);
            }
            default -> {
                if (bypassed) rawRefinement(plane);
                else refinement(plane);
            }
        }
        if (block.style().reset()) mq.reset();
    }

    /// T.800 D.5.
    private void segmentationSymbol(int plane) throws Refusal {
        int symbol = 0;
        for (int i = 0; i < 4; i++) {
            slack = mq.decode(BlockContexts.UNIFORM, slack);
            symbol = symbol << 1 | slack & 1;
        }
        if (symbol != 0b1010)
            throw new Refusal(
                            J2kReason.BROKEN_BLOCK,
                            "its bit-plane " + plane + " does not end with the segmentation symbol")
                    .withRule("T.800 D.5");
    }

    /// Rows of a stripe that are within the block, as bits.
    private int rows(int y) {
        return height - y >= 4 ? 0xF : (1 << height - y) - 1;
    }

    /// First word of a stripe.
    private int word(int y) {
        return (y / 4 + 1) * pitch + 1;
    }

    private static int zeroIndex(int left, int here, int right, int row) {
        return left >> row & 7 | (here >> row & 5) << 3 | (right >> row & 7) << 6;
    }

    private static int signIndex(int left, int here, int right, int row) {
        return here >> row & 0x145 | (left >> row + 1 & 0x41) << 1 | (right >> row + 1 & 0x41) << 3;
    }

    /// @return the word with a coefficient become significant; the stripes above and below are told too
    private int become(int here, int word, int row, int sign) {
        if (row == 0 && !causal) flags[word - pitch] |= 1 << 5 | sign << 11;
        if (row == 3) flags[word + pitch] |= 1 | sign << 6;
        return here | (2 | sign << SIGN) << row;
    }

    /// The significance propagation pass (T.800 D.3.1): coefficients with a significant neighbour.
    private void significance(int value) {
        var mq = this.mq;
        var flags = this.flags;
        int slack = this.slack;
        for (int y = 0; y < height; y += 4) {
            int rows = rows(y);
            int at = offset + y * stride;
            int left = 0;
            int word = word(y);
            int here = flags[word];
            for (int end = word + width; word < end; word++, at++) {
                int right = flags[word + 1];
                int any = (left | here | right) & SIGNIFICANT;
                if (any != 0) {
                    int todo = (any | any >> 1 | any >> 2) & ~(here >> 1) & rows;
                    while (todo != 0) {
                        int row = Integer.numberOfTrailingZeros(todo);
                        todo &= todo - 1;
                        slack = mq.decode(zeros[zeroIndex(left, here, right, row)], slack);
                        here |= 1 << VISITED + row;
                        if ((slack & 1) != 0) {
                            int coding = signs[signIndex(left, here, right, row)];
                            slack = mq.decode(coding >> 1, slack);
                            int sign = (slack ^ coding) & 1;
                            here = become(here, word, row, sign);
                            out[at + row * stride] = value | sign << 31;
                            todo |= 2 << row & ~(here >> 1) & rows;
                        }
                    }
                    flags[word] = here;
                }
                left = here;
                here = right;
            }
        }
        this.slack = slack;
    }

    /// The magnitude refinement pass (T.800 D.3.3): coefficients significant since an earlier plane.
    private void refinement(int plane) {
        var mq = this.mq;
        var flags = this.flags;
        int slack = this.slack;
        for (int y = 0; y < height; y += 4) {
            int at = offset + y * stride;
            int left = 0;
            int word = word(y);
            int here = flags[word];
            for (int end = word + width; word < end; word++, at++) {
                int right = flags[word + 1];
                int todo = here >> 1 & ~(here >> VISITED) & 0xF;
                if (todo != 0) {
                    int beside = left | right;
                    int again = here >> REFINED;
                    int near = (beside | beside >> 1 | beside >> 2 | here | here >> 2) & ~again;
                    flags[word] = here | todo << REFINED;
                    while (todo != 0) {
                        int row = Integer.numberOfTrailingZeros(todo);
                        todo &= todo - 1;
                        int context = near >> row & 1 | (again >> row & 1) << 1;
                        slack = mq.decode(BlockContexts.REFINE + context, slack);
                        out[at + row * stride] ^= 3 - 2 * (slack & 1) << plane;
                    }
                }
                left = here;
                here = right;
            }
        }
        this.slack = slack;
    }

    /// The cleanup pass (T.800 D.3.4): all that is left, four at once where nothing is near.
    private void cleanup(int value) {
        var mq = this.mq;
        var flags = this.flags;
        int slack = this.slack;
        for (int y = 0; y < height; y += 4) {
            int rows = rows(y);
            int at = offset + y * stride;
            int left = 0;
            int word = word(y);
            int here = flags[word];
            for (int end = word + width; word < end; word++, at++) {
                int right = flags[word + 1];
                int todo = ~(here >> 1 | here >> VISITED) & rows;
                boolean found = false;
                if (((left | here | right) & SIGNIFICANT) == 0 && rows == 0xF) {
                    slack = mq.decode(BlockContexts.RUN, slack);
                    if ((slack & 1) == 0) {
                        left = here;
                        here = right;
                        continue;
                    }
                    slack = mq.decode(BlockContexts.UNIFORM, slack);
                    int high = slack & 1;
                    slack = mq.decode(BlockContexts.UNIFORM, slack);
                    todo = 0xF << (high << 1 | slack & 1) & 0xF;
                    found = true;
                }
                while (todo != 0) {
                    int row = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    if (!found) slack = mq.decode(zeros[zeroIndex(left, here, right, row)], slack);
                    if (found || (slack & 1) != 0) {
                        int coding = signs[signIndex(left, here, right, row)];
                        slack = mq.decode(coding >> 1, slack);
                        int sign = (slack ^ coding) & 1;
                        here = become(here, word, row, sign);
                        out[at + row * stride] = value | sign << 31;
                    }
                    found = false;
                }
                here &= ~(0xF << VISITED);
                flags[word] = here;
                left = here;
                here = right;
            }
        }
        this.slack = slack;
    }

    /// The significance propagation pass in raw bits (T.800 D.6).
    private void rawSignificance(int value) {
        for (int y = 0; y < height; y += 4) {
            int rows = rows(y);
            int word = word(y);
            for (int x = 0; x < width; x++, word++) {
                int here = flags[word];
                int any = (flags[word - 1] | here | flags[word + 1]) & SIGNIFICANT;
                int todo = (any | any >> 1 | any >> 2) & ~(here >> 1) & rows;
                while (todo != 0) {
                    int row = Integer.numberOfTrailingZeros(todo);
                    todo &= todo - 1;
                    here |= 1 << VISITED + row;
                    if (raw.bit() == 0) continue;
                    int sign = raw.bit();
                    here = become(here, word, row, sign);
                    out[offset + (y + row) * stride + x] = value | sign << 31;
                    todo |= 2 << row & ~(here >> 1) & rows;
                }
                flags[word] = here;
            }
        }
    }

    /// The magnitude refinement pass in raw bits (T.800 D.6).
    private void rawRefinement(int plane) {
        for (int y = 0; y < height; y += 4) {
            int word = word(y);
            for (int x = 0; x < width; x++, word++) {
                int here = flags[word];
                int todo = here >> 1 & ~(here >> VISITED) & 0xF;
                flags[word] = here | todo << REFINED;
                for (; todo != 0; todo &= todo - 1) {
                    int row = Integer.numberOfTrailingZeros(todo);
                    out[offset + (y + row) * stride + x] ^= 3 - 2 * raw.bit() << plane;
                }
            }
        }
    }
}
