package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// One scan of the lossless process (T.81 Annex H) whose components differ in size, so that an MCU has several
/// samples of some of them. No scanner is known to write such; speed is not sought.
final class SubsampledLosslessScan {
    /// What the scan knows of one of its components: an MCU has `h` samples of it in each of `v` lines.
    private static final class Part {
        final int component;
        final int h;
        final int v;
        final int width;
        final int height;
        final DifferenceCode code;
        final int[][] lines;
        int[] above;

        Part(FrameHeader frame, int component, boolean alone, int mcus, DifferenceCode code) {
            var c = frame.components().get(component);
            this.component = component;
            this.h = alone ? 1 : c.horizontal();
            this.v = alone ? 1 : c.vertical();
            this.width = mcus * h;
            this.height = frame.height(c);
            this.code = code;
            this.lines = new int[v][width];
            this.above = new int[width];
        }
    }

    private final EntropyData data;
    private final byte[] bits;
    private final Part[] parts;
    private final int wide;
    private final int high;
    private final int selection;
    private final int shift;
    private final int origin;
    private final int mask;
    private final int restartInterval;
    private long at;
    private long limit;

    SubsampledLosslessScan(FrameHeader frame, ScanHeader scan, Tables tables, EntropyData data)
            throws Refusal {
        this.data = data;
        this.bits = data.bytes();
        this.selection = scan.first();
        this.shift = scan.low();
        this.origin = 1 << (frame.precision() - shift - 1);
        this.mask = (1 << (frame.precision() - shift)) - 1;
        boolean alone = scan.parts().size() == 1;
        var only = frame.components().get(scan.parts().getFirst().index());
        wide =
                alone
                        ? frame.width(only)
                        : FrameHeader.ceil(frame.columns(), frame.mostHorizontal());
        high = alone ? frame.height(only) : FrameHeader.ceil(frame.lines(), frame.mostVertical());
        parts = new Part[scan.parts().size()];
        for (int i = 0; i < parts.length; i++) {
            var part = scan.parts().get(i);
            var code = DifferenceCode.of(tables.lossless(part.dc()));
            parts[i] = new Part(frame, part.index(), alone, wide, code);
        }
        this.restartInterval = tables.restartInterval() == 0 ? -1 : tables.restartInterval();
        // a restart within a line would leave the prediction of its rest undefined (H.1.1)
        if (restartInterval > 0 && restartInterval % wide != 0)
            throw new Refusal(JpegReason.RESTART_MISSING, restartInterval)
                    .withRule("ITU-T T.81 H.1.1");
    }

    /// @param pixels get the samples
    void decode(Pixels pixels, JobContext job) throws Refusal {
        int interval = -1;
        int left = 0;
        for (int y = 0; y < high; y++) {
            if (y % 16 == 0) job.checkpoint();
            boolean fresh = false;
            for (int x = 0; x < wide; ) {
                if (left == 0) {
                    at = data.begin(++interval);
                    limit = data.limit(interval);
                    left = restartInterval;
                    fresh = true;
                }
                int count = left < 0 ? wide - x : Math.min(left, wide - x);
                mixed(x, x + count);
                if (at > limit) throw data.endsEarly(at);
                for (var part : parts) predict(part, x, x + count, fresh);
                x += count;
                if (left > 0) left -= count;
            }
            for (var part : parts) deliver(part, y, pixels);
        }
    }

    private void predict(Part part, int from, int to, boolean fresh) {
        for (int i = 0; i < part.v; i++) {
            var line = part.lines[i];
            if (fresh && i == 0)
                Predictor.firstLine(line, from * part.h, to * part.h, 1, origin, mask);
            else
                Predictor.line(
                        selection,
                        line,
                        i == 0 ? part.above : part.lines[i - 1],
                        to * part.h,
                        1,
                        mask);
        }
    }

    private void deliver(Part part, int y, Pixels pixels) {
        for (int i = 0; i < part.v; i++) {
            int row = y * part.v + i;
            if (row < part.height) pixels.store(part.lines[i], 0, 1, row, part.component, shift);
        }
        var done = part.lines[part.v - 1];
        part.lines[part.v - 1] = part.above;
        part.above = done;
    }

    /// MCUs of any make, one difference at a time.
    private void mixed(int from, int to) throws Refusal {
        for (int mcu = from; mcu < to; mcu++) {
            if (at > limit) throw data.endsEarly(at);
            for (var part : parts)
                for (int y = 0; y < part.v; y++)
                    for (int x = mcu * part.h; x < (mcu + 1) * part.h; x++) {
                        int index = (int) (at >>> 3);
                        long word = (long) EntropyData.BITS.get(bits, index) << (at & 7);
                        int found = slow(part.code, word, at);
                        part.lines[y][x] = found >> 8;
                        at += found & 0xFF;
                    }
        }
    }

    private int slow(DifferenceCode code, long word, long bit) throws Refusal {
        int found = code.slow((int) (word >>> 32));
        if (found == 0) throw data.badCode(bit);
        return found;
    }
}
