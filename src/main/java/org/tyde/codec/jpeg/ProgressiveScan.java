package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.Arrays;

/// One scan of the progressive process (T.81 Annex G): a band of coefficients, or one more bit of them.
final class ProgressiveScan {
    private final BitReader in;
    private final ScanHeader scan;
    private int endOfBandRun;
    private int lines;

    ProgressiveScan(EntropyData data, ScanHeader scan) throws Refusal {
        this.in = new BitReader(data);
        this.scan = scan;
    }

    /// @param layout which blocks make an MCU
    /// @param coefficients by component of the frame; added to
    void decode(ScanLayout layout, Coefficients[] coefficients, JobContext job) throws Refusal {
        var last = new int[coefficients.length];
        int interval = 0;
        int left = layout.restartInterval();
        for (int my = 0; my < layout.high(); my++) {
            job.checkpoint();
            for (int mx = 0; mx < layout.wide(); mx++) {
                if (left-- == 0) {
                    in.begin(++interval);
                    Arrays.fill(last, 0);
                    endOfBandRun = 0;
                    left = layout.restartInterval() - 1;
                }
                for (var unit : layout.units()) {
                    int component = unit.component();
                    int x = mx * unit.stepX() + unit.x();
                    int y = my * unit.stepY() + unit.y();
                    var all = coefficients[component];
                    block(all.values(), all.at(x, y), unit, last);
                }
                in.check();
            }
            if (in.certain()) lines = my + 1;
        }
    }

    /// @return lines of MCUs that were there
    int lines() {
        return lines;
    }

    private void block(short[] c, int at, ScanLayout.Unit unit, int[] last) throws Refusal {
        if (scan.first() > 0) {
            if (scan.high() == 0) firstBand(c, at, unit.ac());
            else refineBand(c, at, unit.ac());
        } else if (scan.high() > 0) {
            c[at] |= (short) (in.bits(1) << scan.low());
        } else {
            int size = in.symbol(unit.dc());
            if (size > 15) throw in.overrun();
            last[unit.component()] += HuffmanCode.extend(in.bits(size), size);
            c[at] = (short) (last[unit.component()] << scan.low());
        }
    }

    /// G.1.2.2.
    private void firstBand(short[] c, int at, CoefficientCode code) throws Refusal {
        if (endOfBandRun > 0) {
            endOfBandRun--;
            return;
        }
        int k = scan.first();
        while (k <= scan.last()) {
            int symbol = in.symbol(code);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size > 0) {
                k += run;
                if (k > scan.last()) throw in.overrun();
                int value = HuffmanCode.extend(in.bits(size), size);
                c[at + Tables.ZIGZAG[k++]] = (short) (value << scan.low());
            } else if (run == 15) {
                k += 16;
            } else {
                endOfBandRun = (1 << run) + in.bits(run) - 1;
                return;
            }
        }
    }

    /// G.1.2.3: coefficients that are not zero yet get a correction bit as they are passed.
    private void refineBand(short[] c, int at, CoefficientCode code) throws Refusal {
        int k = scan.first();
        if (endOfBandRun == 0) {
            while (k <= scan.last()) {
                int symbol = in.symbol(code);
                int run = symbol >> 4;
                int size = symbol & 15;
                if (size == 0 && run < 15) {
                    endOfBandRun = (1 << run) + in.bits(run);
                    break;
                }
                if (size > 1) throw in.overrun();
                int value = size == 0 ? 0 : in.bits(1) == 1 ? 1 : -1;
                k = pass(c, at, k, run);
                if (k > scan.last()) {
                    if (size > 0) throw in.overrun();
                    break;
                }
                c[at + Tables.ZIGZAG[k++]] = (short) (value << scan.low());
            }
        }
        if (endOfBandRun > 0) {
            pass(c, at, k, 64);
            endOfBandRun--;
        }
    }

    /// @param zeros to pass over
    /// @return the place of the zero after them, or beyond the band
    private int pass(short[] c, int at, int from, int zeros) {
        int left = zeros;
        int bit = 1 << scan.low();
        int k = from;
        for (; k <= scan.last(); k++) {
            int place = at + Tables.ZIGZAG[k];
            if (c[place] == 0) {
                if (left-- == 0) break;
            } else if (in.bits(1) == 1 && (Math.abs(c[place]) & bit) == 0) {
                c[place] += (short) (c[place] > 0 ? bit : -bit);
            }
        }
        return k;
    }
}
