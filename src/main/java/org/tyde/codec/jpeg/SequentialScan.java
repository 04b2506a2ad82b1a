package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// One scan of the baseline and extended sequential processes (T.81 F.2): block after block, transformed as it
/// comes.
final class SequentialScan {
    private static final int[] PLACE = places();

    private final EntropyData data;
    private final byte[] bits;
    private final int[] block = new int[65];
    private long at;

    SequentialScan(EntropyData data) {
        this.data = data;
        this.bits = data.bytes();
    }

    /// Zigzag order to place in the block; whatever lies beyond the block goes to one spare place.
    private static int[] places() {
        var places = new int[128];
        for (int k = 0; k < 128; k++) places[k] = k < 64 ? Tables.ZIGZAG[k] : 64;
        return places;
    }

    /// @param layout which blocks make an MCU
    /// @param planes by component of the frame; get the samples
    void decode(ScanLayout layout, Plane[] planes, BlockTransform[] transforms, JobContext job)
            throws Refusal {
        var units = layout.units().toArray(ScanLayout.Unit[]::new);
        var last = new int[planes.length];
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
                    int reach = block(unit.dc(), unit.ac());
                    int component = unit.component();
                    last[component] += block[0];
                    block[0] = last[component];
                    int x = mx * unit.stepX() + unit.x();
                    int y = my * unit.stepY() + unit.y();
                    transforms[component].block(block, reach, planes[component], x, y);
                }
                if (at > data.limit(interval)) throw data.endsEarly();
            }
        }
    }

    /// Reads the coefficients of one block (F.2.2.1, F.2.2.2), the difference of its DC in front.
    ///
    /// @return how far in the zigzag sequence there are any
    private int block(CoefficientCode dc, CoefficientCode ac) throws Refusal {
        final int look = 64 - CoefficientCode.LOOK;
        final byte[] bytes = bits;
        final int[] out = block;
        final int[] place = PLACE;
        long bit = at;
        long word = (long) EntropyData.BITS.get(bytes, (int) (bit >>> 3)) << (bit & 7);
        int found = dc.fast()[(int) (word >>> look)];
        if (found == 0) found = slow(dc, word, bit);
        int used = found & 0xFF;
        word <<= used;
        bit += used;
        out[0] = found >> 16;
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
            used = found & 0xFF;
            word <<= used;
            bit += used;
            valid -= used;
            reach = k;
            k += found >> 8 & 0xFF;
            out[place[k]] = found >> 16;
        }
        at = bit;
        if (out[64] != 0) throw data.overrun(bit);
        return k == 63 ? 63 : reach;
    }

    private int slow(CoefficientCode code, long word, long bit) throws Refusal {
        int found = code.slow((int) (word >>> 32));
        if (found == 0) throw data.badCode(bit);
        return found;
    }
}
