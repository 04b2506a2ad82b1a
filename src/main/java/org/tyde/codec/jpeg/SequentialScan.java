package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// One scan of the baseline and extended sequential processes (T.81 F.2): block after block, transformed as it
/// comes.
final class SequentialScan {
    private final EntropyData data;
    private final byte[] bits;
    private long at;
    private int lines;

    SequentialScan(EntropyData data) {
        this.data = data;
        this.bits = data.bytes();
    }

    /// @return lines of MCUs that were there
    int lines() {
        return lines;
    }

    /// @param layout which blocks make an MCU
    /// @param transforms by component of the frame
    void decode(ScanLayout layout, BlockTransform[] transforms, JobContext job) throws Refusal {
        try {
            mcus(layout, transforms, job);
        } finally {
            for (var unit : layout.units()) transforms[unit.component()].finish();
        }
    }

    private void mcus(ScanLayout layout, BlockTransform[] transforms, JobContext job)
            throws Refusal {
        var units = layout.units().toArray(ScanLayout.Unit[]::new);
        var last = new int[transforms.length];
        int interval = 0;
        int left = layout.restartInterval();
        at = data.begin(0);
        for (int my = 0; my < layout.high(); my++) {
            job.checkpoint();
            for (int mx = 0; mx < layout.wide(); mx++) {
                if (left-- == 0) {
                    at = data.begin(++interval);
                    java.util.Arrays.fill(last, 0);
                    left = layout.restartInterval() - 1;
                }
                for (var unit : units) {
                    int component = unit.component();
                    var transform = transforms[component];
                    int[] dc = transform.coefficients()[0];
                    int index = transform.index();
                    int reach = block(unit.dc(), unit.ac(), transform, index);
                    last[component] += dc[index];
                    dc[index] = last[component] * transform.factors()[0];
                    transform.end(
                            reach, mx * unit.stepX() + unit.x(), my * unit.stepY() + unit.y());
                }
                if (at > data.limit(interval)) throw data.endsEarly(at);
            }
            if (at <= data.certain()) lines = my + 1;
        }
    }

    /// Reads the coefficients of one block (F.2.2.1, F.2.2.2), the difference of its DC in front.
    ///
    /// @return how far in the zigzag sequence there are any
    private int block(CoefficientCode dc, CoefficientCode ac, BlockTransform transform, int index)
            throws Refusal {
        final int look = 64 - CoefficientCode.LOOK;
        final byte[] bytes = bits;
        final int[][] out = transform.coefficients();
        final int[] factors = transform.factors();
        long bit = at;
        long word = (long) EntropyData.BITS.get(bytes, (int) (bit >>> 3)) << (bit & 7);
        int found = dc.fast()[(int) (word >>> look)];
        if (found == 0) found = slow(dc, word, bit);
        int used = found & 0xFF;
        word <<= used;
        bit += used;
        out[0][index] = found >> 16;
        final int[] fast = ac.fast();
        int valid = 56 - used;
        int k = 0;
        int reach = 0;
        while (k < 63) {
            if (valid < 32) {
                word = (long) EntropyData.BITS.get(bytes, (int) (bit >>> 3)) << (bit & 7);
                valid = 56;
            }
            found = fast[(int) (word >>> look)];
            if (found == 0) found = slow(ac, word, bit);
            word <<= found; // the lowest six bits count
            used = found & 0xFF;
            bit += used;
            valid -= used;
            reach = k;
            k += found >> 8 & 0xFF;
            out[k][index] = (found >> 16) * factors[k];
        }
        at = bit;
        if (out[64][index] != 0) throw data.overrun(bit);
        return k == 63 ? 63 : reach;
    }

    private int slow(CoefficientCode code, long word, long bit) throws Refusal {
        int found = code.slow((int) (word >>> 32));
        if (found == 0) throw data.badCode(bit);
        return found;
    }
}
