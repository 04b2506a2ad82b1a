package org.tyde.codec.jpeg;

import org.tyde.codec.Scratch;
import org.tyde.refusal.Refusal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The entropy-coded data of one scan without stuffed zeros, fill bytes and restart markers (T.81 B.1.1.5), so
/// that the bits of a restart interval lie in one piece and are read 64 at a time.
final class EntropyData implements AutoCloseable {
    /// Eight bytes as a big-endian number, at any offset.
    static final VarHandle BITS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// More zero bytes than the codes of one MCU (ten blocks of 64 codes of 31 bits) can take beyond the end.
    static final int PADDING = 4096;

    /// Bits of a Huffman code and of the number after it.
    private static final int LONGEST_CODE = 32;

    private final Scratch scratch;
    private byte[] bytes = new byte[0];
    private int[] ends = new int[8];
    private int intervals;
    private int start;
    private int stop;
    private boolean cut;

    /// @param scratch lends the array of the bits
    EntropyData(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public void close() {
        scratch.back(bytes);
        bytes = new byte[0];
    }

    /// @param data the stream
    /// @param from the first byte after the scan header
    /// @throws Refusal when restart markers do not count 0 to 7
    void take(byte[] data, int from) throws Refusal {
        int most = data.length - from + PADDING;
        if (bytes.length < most) {
            close();
            bytes = scratch.take(most);
        }
        intervals = 0;
        start = from;
        int in = from;
        int out = 0;
        while (true) {
            int next = nextFF(data, in);
            System.arraycopy(data, in, bytes, out, next - in);
            out += next - in;
            in = next;
            if (in >= data.length) break;
            int after = in + 1;
            while (after < data.length && (data[after] & 0xFF) == 0xFF) after++;
            int code = after < data.length ? data[after] & 0xFF : Marker.EOI;
            if (code == 0) {
                bytes[out++] = (byte) 0xFF;
                in = after + 1;
            } else if (Marker.isRestart(code)) {
                if (code != Marker.RST0 + intervals % 8) throw missing(intervals + 1);
                end(out);
                in = after + 1;
            } else break;
        }
        end(out);
        cut = in >= data.length - 1;
        Arrays.fill(bytes, out, Math.min(bytes.length, out + PADDING), (byte) 0);
        stop = in;
    }

    private void end(int at) {
        if (intervals == ends.length) ends = Arrays.copyOf(ends, 2 * intervals);
        ends[intervals++] = at;
    }

    /// A word has a byte FF where its complement has a zero byte.
    private static int nextFF(byte[] data, int from) {
        int at = from;
        for (; at <= data.length - 8; at += 8) {
            long inverse = ~(long) BITS.get(data, at);
            long zero = (inverse - 0x0101010101010101L) & ~inverse & 0x8080808080808080L;
            if (zero != 0) break;
        }
        while (at < data.length && data[at] != -1) at++;
        return at;
    }

    /// @return the bits, at least [#PADDING] bytes longer than they are
    byte[] bytes() {
        return bytes;
    }

    /// @return the first bit of a restart interval
    /// @throws Refusal when there are fewer of them
    long begin(int interval) throws Refusal {
        if (interval >= intervals && cut) throw cutOff(stop);
        if (interval >= intervals) throw missing(interval);
        return interval == 0 ? 0 : 8L * ends[interval - 1];
    }

    /// @return the bit after the last of a restart interval
    long limit(int interval) {
        return 8L * ends[interval];
    }

    /// @return the bit until which the data are surely those of the picture: a zero at the end of a stream
    ///     without a marker may have been put there to make its length even
    long certain() {
        int end = ends[intervals - 1];
        return cut && end > 0 && bytes[end - 1] == 0 ? 8L * end - 8 : 8L * end;
    }

    /// @return where in the stream the marker after the scan stands
    int stop() {
        return stop;
    }

    /// @param bit that was reached, beyond the end of a restart interval
    Refusal endsEarly(long bit) {
        return at(JpegReason.ENDS_EARLY, bit).withRule("ITU-T T.81 F.2.2.5");
    }

    Refusal badCode(long bit) {
        return at(JpegReason.BAD_CODE, bit).withRule("ITU-T T.81 F.2.2.3");
    }

    Refusal overrun(long bit) {
        return at(JpegReason.BLOCK_OVERRUN, bit).withRule("ITU-T T.81 F.2.2.2");
    }

    /// What cannot be where the stream ends without a marker is due to its being cut off, for zeros are read
    /// beyond. Stuffed bytes before it are not counted, so the place is near.
    private Refusal at(JpegReason reason, long bit) {
        if (cut && bit > 8L * ends[intervals - 1] - LONGEST_CODE) return cutOff(stop);
        return new Refusal(reason, start + (int) (bit >> 3));
    }

    /// @param offset where the stream ends
    static Refusal cutOff(int offset) {
        return new Refusal(JpegReason.CUT_OFF, offset).withRule("ITU-T T.81 B.2.1");
    }

    private static Refusal missing(int interval) {
        return new Refusal(JpegReason.RESTART_MISSING, interval).withRule("ITU-T T.81 F.2.1.3.1");
    }
}
