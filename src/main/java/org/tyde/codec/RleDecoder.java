package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// RLE Lossless (PS3.5 Annex G): each byte of each sample is a segment of its own, most significant first,
/// packed as runs and literals.
public final class RleDecoder implements FrameDecoder {
    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;

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
        int bytes = Math.max(1, cells.bitsAllocated() / 8);
        int segments = cells.samplesPerPixel() * bytes;
        var offsets = offsets(data, segments);
        long plane = cells.bitsAllocated() == 1 ? (cells.pixels() + 7) / 8 : cells.pixels();
        // two bytes make at most 128, so a shorter frame cannot hold these dimensions
        if (plane * segments > 64L * data.length || plane * segments > Integer.MAX_VALUE - 8)
            throw new Refusal(
                    CodecReason.TOO_FEW_BYTES, (long) data.length, (plane * segments + 63) / 64);
        var raw = new byte[(int) (plane * segments)];
        for (int s = 0; s < segments; s++) {
            job.checkpoint();
            int sample = s / bytes;
            int place = bytes - 1 - s % bytes;
            unpack(data, offsets[s], offsets[s + 1], raw, sample * bytes + place, segments, plane);
        }
        return Cells.decode(cells, raw, 0, job);
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

    private static void unpack(
            byte[] data, int from, int to, byte[] into, int first, int step, long count)
            throws Refusal {
        int in = from;
        int out = first;
        int end = (int) (first + count * step);
        while (out < end) {
            if (in >= to) throw broken("a segment ends early");
            int code = data[in++];
            if (code >= 0) {
                int n = code + 1;
                if (n > to - in || n > (end - out) / step) throw broken("a literal runs too far");
                for (int i = 0; i < n; i++, out += step) into[out] = data[in++];
            } else if (code != -128) {
                int n = 1 - code;
                if (in >= to || n > (end - out) / step) throw broken("a run goes too far");
                byte value = data[in++];
                for (int i = 0; i < n; i++, out += step) into[out] = value;
            }
        }
    }

    private static Refusal broken(String what) {
        return new Refusal(CodecReason.BROKEN_RLE, what).withRule("PS3.5 G.3");
    }
}
