package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// One scan of the lossless process (T.81 Annex H) whose components are of one size: the differences of a line, those
/// of a pixel together, then the prediction.
final class LosslessScan {
    private static final int LOOK = 64 - DifferenceCode.LOOK;

    private final EntropyData data;
    private final byte[] bits;
    private final ScanHeader scan;
    private final DifferenceCode[] codes;
    private final boolean oneCode;
    private final int step;
    private final int wide;
    private final int high;
    private final int precision;
    private final int restartInterval;
    private int[] line;
    private int[] above;
    private long at;
    private long limit;
    private int lines;

    LosslessScan(FrameHeader frame, ScanHeader scan, Tables tables, EntropyData data)
            throws Refusal {
        this.data = data;
        this.bits = data.bytes();
        this.scan = scan;
        this.step = scan.parts().size();
        var first = frame.components().get(scan.parts().getFirst().index());
        this.wide = frame.width(first);
        this.high = frame.height(first);
        this.precision = frame.precision();
        this.codes = new DifferenceCode[step];
        boolean same = true;
        for (int i = 0; i < step; i++) {
            int number = scan.parts().get(i).dc();
            same &= number == scan.parts().getFirst().dc();
            codes[i] = same && i > 0 ? codes[0] : DifferenceCode.of(tables.lossless(number));
        }
        this.oneCode = same;
        this.restartInterval = tables.restartInterval() == 0 ? -1 : tables.restartInterval();
        // a pair may be stored one beyond the line
        this.line = new int[wide * step + 1];
        this.above = new int[wide * step + 1];
    }

    /// @param pixels get the samples
    void decode(Pixels pixels, JobContext job) throws Refusal {
        int shift = scan.low();
        int origin = 1 << (precision - shift - 1);
        int mask = (1 << (precision - shift)) - 1;
        int interval = -1;
        int left = 0;
        for (int y = 0; y < high; y++) {
            if (y % 16 == 0) job.checkpoint();
            for (int x = 0; x < wide; ) {
                boolean fresh = left == 0;
                if (fresh) {
                    at = data.begin(++interval);
                    limit = data.limit(interval);
                    left = restartInterval;
                }
                int count = left < 0 ? wide - x : Math.min(left, wide - x);
                int from = x * step;
                int to = (x + count) * step;
                if (oneCode) differences(from, to);
                else alternating(from, to);
                if (at > limit) throw data.endsEarly(at);
                // after a restart within a line its rest is predicted as a first line
                if (fresh) Predictor.firstLine(line, from, to, step, origin, mask);
                else Predictor.line(scan.first(), line, above, to, step, mask);
                x += count;
                if (left > 0) left -= count;
            }
            if (step == pixels.components()) pixels.store(line, y, shift);
            else
                for (int i = 0; i < step; i++)
                    pixels.store(line, i, step, y, scan.parts().get(i).index(), shift);
            var done = line;
            line = above;
            above = done;
            if (at <= data.certain()) lines = y + 1;
        }
    }

    /// @return lines that were there
    int lines() {
        return lines;
    }

    /// Up to eight differences from one load of 64 bits, as long as their codes are short.
    private void differences(int from, int to) throws Refusal {
        final var code = codes[0];
        final int[] fast = code.fast();
        final int[] out = line;
        final byte[] bytes = bits;
        long bit = at;
        int x = from;
        while (x < to) {
            if (bit > limit) throw data.endsEarly(bit);
            long word = (long) EntropyData.BITS.get(bytes, (int) (bit >>> 3)) << (bit & 7);
            if (x + 8 <= to) {
                int a = fast[(int) (word >>> LOOK)];
                word <<= a; // the lowest six bits count
                int b = fast[(int) (word >>> LOOK)];
                word <<= b;
                int c = fast[(int) (word >>> LOOK)];
                word <<= c;
                int d = fast[(int) (word >>> LOOK)];
                if (a != 0 && b != 0 && c != 0 && d != 0) {
                    out[x] = DifferenceCode.first(a);
                    out[x + 1] = DifferenceCode.second(a);
                    x += DifferenceCode.count(a);
                    out[x] = DifferenceCode.first(b);
                    out[x + 1] = DifferenceCode.second(b);
                    x += DifferenceCode.count(b);
                    out[x] = DifferenceCode.first(c);
                    out[x + 1] = DifferenceCode.second(c);
                    x += DifferenceCode.count(c);
                    out[x] = DifferenceCode.first(d);
                    out[x + 1] = DifferenceCode.second(d);
                    x += DifferenceCode.count(d);
                    bit += (a & 63) + (b & 63) + (c & 63) + (d & 63);
                    continue;
                }
                word = (long) EntropyData.BITS.get(bytes, (int) (bit >>> 3)) << (bit & 7);
            }
            int found = slow(code, word, bit);
            out[x++] = found >> 8;
            bit += found & 0xFF;
        }
        at = bit;
    }

    /// The samples of a pixel have codes of their own.
    private void alternating(int from, int to) throws Refusal {
        for (int x = from; x < to; x++) {
            if (at > limit) throw data.endsEarly(at);
            long word = (long) EntropyData.BITS.get(bits, (int) (at >>> 3)) << (at & 7);
            int found = slow(codes[x % step], word, at);
            line[x] = found >> 8;
            at += found & 0xFF;
        }
    }

    private int slow(DifferenceCode code, long word, long bit) throws Refusal {
        int found = code.slow((int) (word >>> 32));
        if (found == 0) throw data.badCode(bit);
        return found;
    }
}
