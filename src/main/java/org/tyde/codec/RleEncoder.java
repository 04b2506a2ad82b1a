package org.tyde.codec;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Makes RLE Lossless frames (PS3.5 Annex G) of cells of 8, 16, 24 or 32 bits.
public final class RleEncoder {
    private static final int LONGEST = 128;

    private RleEncoder() {}

    /// @param frame stored values
    /// @param job asked now and then whether to stop
    /// @return the frame, of even length
    /// @throws Refusal [CodecReason#UNSUPPORTED_CELLS] where RLE has no segments for such cells
    public static byte[] encode(Samples frame, JobContext job) throws Refusal {
        var format = frame.format();
        int bytes = format.bitsAllocated() / 8;
        int segments = bytes * format.samplesPerPixel();
        if (format.bitsAllocated() % 8 != 0 || bytes > 4 || format.floating())
            throw new Refusal(CodecReason.UNSUPPORTED_CELLS, NativeDecoder.describe(format))
                    .withRule("PS3.5 G.2");
        var raw = StoredBytes.of(frame);
        int width = format.bytesPerSample();
        int step = width * format.samplesPerPixel();
        var header = ByteBuffer.allocate(RleDecoder.HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(segments);
        var body = new ByteArrayOutputStream();
        var row = new byte[format.columns()];
        for (int s = 0; s < segments; s++) {
            header.putInt(RleDecoder.HEADER + body.size());
            int at = s / bytes * width + bytes - 1 - s % bytes;
            for (int r = 0; r < format.rows(); r++) {
                if (r % 64 == 0) job.checkpoint();
                for (int c = 0; c < row.length; c++, at += step) row[c] = raw[at];
                pack(row, body);
            }
            if (body.size() % 2 != 0) body.write(0);
        }
        var all = new ByteArrayOutputStream(RleDecoder.HEADER + body.size());
        all.writeBytes(header.array());
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    /// One row, which no run crosses the end of (PS3.5 G.3.1).
    private static void pack(byte[] row, ByteArrayOutputStream out) {
        int at = 0;
        while (at < row.length) {
            int run = run(row, at);
            if (run > 1) {
                out.write(1 - run);
                out.write(row[at]);
                at += run;
                continue;
            }
            int end = at + 1;
            // two alike within a literal cost no more than a run of two
            while (end < row.length && end - at < LONGEST && run(row, end) < 3) end++;
            out.write(end - at - 1);
            out.write(row, at, end - at);
            at = end;
        }
    }

    private static int run(byte[] row, int at) {
        int end = at + 1;
        while (end < row.length && end - at < LONGEST && row[end] == row[at]) end++;
        return end - at;
    }
}
