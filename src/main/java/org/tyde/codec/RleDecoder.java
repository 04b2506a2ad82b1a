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

    private static final long EACH_WORD = 0x0001000100010001L;
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long EVEN_WORDS = 0x0000FFFF0000FFFFL;
    private static final long LOWER = 0xFFFFFFFFL;
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
        var planes = new RlePlanes(data, offsets, job);
        if (bytes == 2 && segments == 2) return words(cells, planes);
        var raw = new byte[(int) (plane * segments)];
        int there = planes.weave(bytes, raw);
        boolean done = cells.bitsStored() == 8 && cells.bitsAllocated() == 8;
        var samples = done ? new Samples.Bytes(cells, raw) : Cells.decode(cells, raw, 0, job);
        if (planes.cut().isEmpty()) return samples;
        int pixels = planes.certain(there) * (cells.bitsAllocated() == 1 ? 8 : 1);
        return samples.upTo(pixels / cells.columns(), false, planes.cut().get());
    }

    /// Grey of two bytes, a stretch at a time so that both planes stay in the processor's cache.
    private static Samples words(FrameFormat format, RlePlanes planes) throws Refusal {
        var values = new short[Math.toIntExact(format.pixels())];
        var both = new byte[2 * RlePlanes.STRETCH];
        boolean masked = !format.signed() && format.highBit() == format.bitsStored() - 1;
        long mask = masked ? EACH_WORD * ((1L << format.bitsStored()) - 1) : -1;
        var words = ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int at = 0;
        while (at < values.length && planes.cut().isEmpty()) {
            int n = planes.next(values.length - at);
            join(planes.plane(0), planes.plane(1), n, both, mask);
            words.get(0, values, at, n);
            at += n;
        }
        if (!masked) Cells.stored(format, values);
        var samples = new Samples.Shorts(format, values);
        if (planes.cut().isEmpty()) return samples;
        return samples.upTo(planes.certain(at) / format.columns(), false, planes.cut().get());
    }

    /// Eight words at a time: those of even and of odd places, then pairs of them, then their order.
    private static void join(byte[] high, byte[] low, int n, byte[] both, long mask) {
        for (int i = 0; i < n; i += 8) {
            long h = (long) EIGHT.get(high, i);
            long l = (long) EIGHT.get(low, i);
            long even = l & EVEN_BYTES | (h & EVEN_BYTES) << 8;
            long odd = l >>> 8 & EVEN_BYTES | h & ~EVEN_BYTES;
            long first = even & EVEN_WORDS | (odd & EVEN_WORDS) << 16;
            long second = even >>> 16 & EVEN_WORDS | odd & ~EVEN_WORDS;
            EIGHT.set(both, 2 * i, (first & LOWER | second << 32) & mask);
            EIGHT.set(both, 2 * i + 8, (first >>> 32 | second & ~LOWER) & mask);
        }
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
