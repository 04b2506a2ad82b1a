package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// RLE Lossless (PS3.5 Annex G): each byte of each sample is a segment of its own, most significant first,
/// packed as runs and literals.
public final class RleDecoder implements FrameDecoder {
    static final int HEADER = 64;
    static final int MOST_SEGMENTS = 15;

    /// Pixels unpacked at a time.
    private static final int STRETCH = 1 << 14;

    private static final long EACH_WORD = 0x0001000100010001L;
    private static final VarHandle FOUR =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.equals(TransferSyntax.RLE);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        return decode(frame.bytes(), format, job);
    }

    static Samples decode(byte[] data, FrameFormat format, JobContext job) throws Refusal {
        var cells = format.with(full(format.photometric()));
        if (cells.bitsAllocated() != 1 && cells.bitsAllocated() % 8 != 0)
            throw new Refusal(CodecReason.UNSUPPORTED_CELLS, NativeDecoder.describe(format))
                    .withRule("PS3.5 G.2");
        int bytes = Math.max(1, cells.bitsAllocated() / 8);
        int segments = cells.samplesPerPixel() * bytes;
        var offsets = offsets(data, segments);
        long plane = cells.bitsAllocated() == 1 ? (cells.pixels() + 7) / 8 : cells.pixels();
        // two bytes make at most 128, so a shorter frame cannot hold these dimensions
        if (plane * segments > 64L * data.length || plane * segments > Integer.MAX_VALUE - 8)
            throw new Refusal(
                    CodecReason.TOO_FEW_BYTES, (long) data.length, (plane * segments + 63) / 64);
        var parts = new RleSegment[segments];
        for (int s = 0; s < segments; s++)
            parts[s] = new RleSegment(data, offsets[s], offsets[s + 1]);
        if (bytes == 2 && segments == 2) return words(cells, parts, job);
        var raw = new byte[(int) (plane * segments)];
        if (segments == 1) parts[0].read(raw, raw.length);
        else if (segments == 3 && bytes == 1) weaveThree(parts, raw, job);
        else weave(parts, bytes, raw, job);
        boolean done = cells.bitsStored() == 8 && cells.bitsAllocated() == 8;
        return done ? new Samples.Bytes(cells, raw) : Cells.decode(cells, raw, 0, job);
    }

    /// Grey of two bytes, a stretch at a time so that both planes stay in the processor's cache.
    private static Samples words(FrameFormat format, RleSegment[] parts, JobContext job)
            throws Refusal {
        var values = new short[Math.toIntExact(format.pixels())];
        var high = new byte[STRETCH];
        var low = new byte[STRETCH];
        var both = new byte[2 * STRETCH];
        boolean masked = !format.signed() && format.highBit() == format.bitsStored() - 1;
        long mask = masked ? EACH_WORD * ((1L << format.bitsStored()) - 1) : -1;
        var words = ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int at = 0; at < values.length; at += STRETCH) {
            job.checkpoint();
            int n = Math.min(STRETCH, values.length - at);
            parts[0].read(high, n);
            parts[1].read(low, n);
            join(high, low, n, both, mask);
            words.get(0, values, at, n);
        }
        if (!masked) Cells.stored(format, values);
        return new Samples.Shorts(format, values);
    }

    /// Four words at a time.
    private static void join(byte[] high, byte[] low, int n, byte[] both, long mask) {
        for (int i = 0; i < n; i += 4) {
            long four = apart((int) FOUR.get(high, i)) << 8 | apart((int) FOUR.get(low, i));
            EIGHT.set(both, 2 * i, four & mask);
        }
    }

    /// Each byte into the lower half of a word of its own.
    private static long apart(int bytes) {
        long x = Integer.toUnsignedLong(bytes);
        x = (x | x << 16) & 0x0000FFFF0000FFFFL;
        return (x | x << 8) & 0x00FF00FF00FF00FFL;
    }

    /// Little endian cells, the samples of a pixel together.
    private static void weave(RleSegment[] parts, int bytes, byte[] raw, JobContext job)
            throws Refusal {
        int step = parts.length;
        var plane = new byte[STRETCH];
        for (int from = 0; from < raw.length; from += step * STRETCH) {
            job.checkpoint();
            int n = Math.min(STRETCH, (raw.length - from) / step);
            for (int s = 0; s < step; s++) {
                parts[s].read(plane, n);
                int at = from + s / bytes * bytes + bytes - 1 - s % bytes;
                spread(plane, n, raw, at, step);
            }
        }
    }

    /// Colour of one byte a sample.
    private static void weaveThree(RleSegment[] parts, byte[] raw, JobContext job) throws Refusal {
        var planes = new byte[3][STRETCH];
        for (int from = 0; from < raw.length; from += 3 * STRETCH) {
            job.checkpoint();
            int n = Math.min(STRETCH, (raw.length - from) / 3);
            for (int s = 0; s < 3; s++) parts[s].read(planes[s], n);
            together(planes[0], planes[1], planes[2], n, raw, from);
        }
    }

    private static void together(byte[] a, byte[] b, byte[] c, int n, byte[] raw, int from) {
        for (int i = 0, at = from; i < n; i++, at += 3) {
            raw[at] = a[i];
            raw[at + 1] = b[i];
            raw[at + 2] = c[i];
        }
    }

    private static void spread(byte[] plane, int n, byte[] raw, int from, int step) {
        for (int i = 0, at = from; i < n; i++, at += step) raw[at] = plane[i];
    }

    /// RLE holds whole planes: YBR_FULL_422 in a header then means YBR_FULL.
    private static Photometric full(Photometric photometric) {
        return photometric == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : photometric;
    }

    private static int[] offsets(byte[] data, int segments) throws Refusal {
        if (data.length < HEADER) throw broken("shorter than its header");
        var header = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int said = header.getInt(0);
        if (said != segments || said > MOST_SEGMENTS)
            throw broken(said + " segments where the image needs " + segments);
        var offsets = new int[segments + 1];
        for (int s = 0; s < segments; s++) {
            offsets[s] = header.getInt(4 + 4 * s);
            if (offsets[s] < (s == 0 ? HEADER : offsets[s - 1]) || offsets[s] > data.length)
                throw broken("segment " + (s + 1) + " begins at " + offsets[s]);
        }
        offsets[segments] = data.length;
        return offsets;
    }

    static Refusal broken(String what) {
        return new Refusal(CodecReason.BROKEN_RLE, what).withRule("PS3.5 G.3");
    }
}
