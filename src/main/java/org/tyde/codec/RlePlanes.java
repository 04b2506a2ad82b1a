package org.tyde.codec;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.Optional;

/// The byte planes of an RLE frame (PS3.5 G.2), unpacked side by side a stretch at a time, so that they are
/// put together while they are in the processor's cache.
final class RlePlanes {
    /// Pixels unpacked at a time.
    static final int STRETCH = 1 << 11;

    /// What two bytes make at most.
    private static final int LONGEST_RUN = 128;

    private final RleSegment[] segments;
    private final boolean zeroAtEnd;
    private final byte[][] planes;
    private final JobContext job;
    private Optional<Refusal> cut = Optional.empty();

    /// @param offsets where in `data` each segment begins, and where the last one ends
    RlePlanes(byte[] data, int[] offsets, JobContext job) {
        this.job = job;
        zeroAtEnd = data[data.length - 1] == 0;
        segments = new RleSegment[offsets.length - 1];
        planes = new byte[segments.length][STRETCH + RleSegment.ROOM];
        for (int s = 0; s < segments.length; s++)
            segments[s] = new RleSegment(data, offsets[s], offsets[s + 1]);
    }

    /// @return why the last stretch is shorter than it should be: the data ended
    Optional<Refusal> cut() {
        return cut;
    }

    /// @param made bytes there are of each plane, where it was cut off
    /// @return how many of them are surely of the picture: a zero at the end may have been put there to make
    ///     the length even, and stand for the value of a run
    int certain(int made) {
        return zeroAtEnd ? Math.max(0, made - LONGEST_RUN) : made;
    }

    /// @param most bytes of each plane wanted
    /// @return how many there are now: a stretch at most, fewer than wanted where the data end in the last
    ///     segment
    /// @throws Refusal where another segment is damaged
    int next(int most) throws Refusal {
        job.checkpoint();
        int n = Math.min(STRETCH, most);
        int last = segments.length - 1;
        for (int s = 0; s < last; s++) segments[s].read(planes[s], n);
        try {
            segments[last].read(planes[last], n);
        } catch (Refusal early) {
            cut = Optional.of(early);
            return segments[last].made();
        }
        return n;
    }

    /// @param segment from 0
    /// @return its bytes of this stretch, and others after them
    byte[] plane(int segment) {
        return planes[segment];
    }

    /// @param bytes of a sample
    /// @param raw gets little endian cells, the samples of a pixel together
    /// @return how many bytes each plane had
    int weave(int bytes, byte[] raw) throws Refusal {
        int step = segments.length;
        int at = 0;
        while (at * step < raw.length && cut.isEmpty()) {
            int n = next(raw.length / step - at);
            if (step == 1) System.arraycopy(planes[0], 0, raw, at, n);
            else if (step == 3 && bytes == 1) together(n, raw, 3 * at);
            else
                for (int s = 0; s < step; s++) {
                    int place = s / bytes * bytes + bytes - 1 - s % bytes;
                    spread(planes[s], n, raw, at * step + place, step);
                }
            at += n;
        }
        return at;
    }

    /// Colour of one byte a sample.
    private void together(int n, byte[] raw, int from) {
        byte[] a = planes[0];
        byte[] b = planes[1];
        byte[] c = planes[2];
        for (int i = 0, at = from; i < n; i++, at += 3) {
            raw[at] = a[i];
            raw[at + 1] = b[i];
            raw[at + 2] = c[i];
        }
    }

    private static void spread(byte[] plane, int n, byte[] raw, int from, int step) {
        for (int i = 0, at = from; i < n; i++, at += step) raw[at] = plane[i];
    }
}
