package org.tyde.codec.j2k;

import static org.tyde.codec.j2k.HtCodestream.number;
import static org.tyde.codec.j2k.HtCodestream.passes;
import static org.tyde.codec.j2k.HtCodestream.put;
import static org.tyde.codec.j2k.HtCodestream.stuffed;

import java.io.ByteArrayOutputStream;

/// A lossless codestream of one tile and one component of at most 64 x 64 samples, for tests: no program at hand
/// writes more than some 25 bits. Every sub-band is one code-block.
///
/// @param precision bits of a sample
/// @param levels of the reversible wavelet
record WideCodestream(int width, int height, int precision, boolean signed, int levels) {
    private static final int GUARD_BITS = 7;

    /// @param samples in rows; changed
    byte[] of(long[] samples) {
        if (!signed) for (int i = 0; i < samples.length; i++) samples[i] -= 1L << precision - 1;
        int w = width;
        int h = height;
        var packets = new ByteArrayOutputStream();
        var above = new byte[levels][];
        for (int level = 0; level < levels; level++) {
            forward(samples, w, h);
            int lw = (w + 1) / 2;
            int lh = (h + 1) / 2;
            var packet = new Packet();
            packet.add(samples, lw, 0, w - lw, lh, true, false);
            packet.add(samples, 0, lh, lw, h - lh, false, true);
            packet.add(samples, lw, lh, w - lw, h - lh, true, true);
            above[levels - 1 - level] = packet.bytes();
            w = lw;
            h = lh;
        }
        var lowest = new Packet();
        lowest.add(samples, 0, 0, w, h, false, false);
        packets.writeBytes(lowest.bytes());
        for (var packet : above) packets.writeBytes(packet);
        return stream(packets.toByteArray());
    }

    private int exponent() {
        return Math.min(31, precision + 2);
    }

    private final class Packet {
        private final StringBuilder bits = new StringBuilder("1");
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        void add(long[] samples, int x0, int y0, int w, int h, boolean right, boolean down) {
            if (w == 0 || h == 0) return;
            var block = new long[w * h];
            for (int y = 0; y < h; y++)
                System.arraycopy(samples, (y0 + y) * width + x0, block, y * w, w);
            var encoder = new BlockEncoder(w, h, block, right, down);
            int planes = encoder.planes();
            if (planes == 0) {
                bits.append('0');
                return;
            }
            int all = GUARD_BITS + exponent() - 1;
            if (planes > all) throw new IllegalArgumentException(planes + " of " + all + " planes");
            var code = encoder.encode();
            int count = 3 * planes - 2;
            int wide = 31 - Integer.numberOfLeadingZeros(count);
            int more = 0;
            while (code.length >> 3 + more + wide != 0) more++;
            bits.append('1').append("0".repeat(all - planes)).append('1').append(passes(count));
            bits.append("1".repeat(more)).append('0').append(number(code.length, 3 + more + wide));
            body.writeBytes(code);
        }

        byte[] bytes() {
            var all = new ByteArrayOutputStream();
            all.writeBytes(stuffed(bits));
            all.writeBytes(body.toByteArray());
            return all.toByteArray();
        }
    }

    /// T.800 F.4: columns, then rows, low-pass samples before high-pass ones.
    private void forward(long[] samples, int w, int h) {
        for (int x = 0; x < w; x++) forward(samples, x, width, h);
        for (int y = 0; y < h; y++) forward(samples, y * width, 1, w);
    }

    private static void forward(long[] samples, int at, int step, int n) {
        if (n == 1) return;
        var y = new long[n];
        for (int i = 0; i < n; i++) y[i] = samples[at + i * step];
        for (int i = 1; i < n; i += 2)
            y[i] -= Math.floorDiv(y[i - 1] + y[i + 1 < n ? i + 1 : i - 1], 2);
        for (int i = 0; i < n; i += 2)
            y[i] += Math.floorDiv(y[i > 0 ? i - 1 : 1] + y[i + 1 < n ? i + 1 : i - 1] + 2, 4);
        for (int i = 0; i < n; i++)
            samples[at + (i % 2 == 0 ? i / 2 : (n + 1) / 2 + i / 2) * step] = y[i];
    }

    private byte[] stream(byte[] packets) {
        var out = new ByteArrayOutputStream();
        put(out, 0xFF4F, 2);
        put(out, 0xFF51, 2); // SIZ
        put(out, 41, 2);
        put(out, 0, 2);
        for (int i = 0; i < 2; i++) {
            put(out, width, 4);
            put(out, height, 4);
            put(out, 0, 4);
            put(out, 0, 4);
        }
        put(out, 1, 2);
        put(out, precision - 1 | (signed ? 0x80 : 0), 1);
        put(out, 0x0101, 2);
        put(out, 0xFF52, 2); // COD
        put(out, 12, 2);
        put(out, 0, 1);
        put(out, 0, 1);
        put(out, 1, 2);
        put(out, 0, 1);
        put(out, levels, 1);
        put(out, 0x0404, 2);
        put(out, 0, 1);
        put(out, 1, 1);
        put(out, 0xFF5C, 2); // QCD
        put(out, 4 + 3 * levels, 2);
        put(out, GUARD_BITS << 5, 1);
        for (int i = 0; i <= 3 * levels; i++) put(out, exponent() << 3, 1);
        put(out, 0xFF90, 2); // SOT
        put(out, 10, 2);
        put(out, 0, 2);
        put(out, 14 + packets.length, 4);
        put(out, 1, 2);
        put(out, 0xFF93, 2);
        out.writeBytes(packets);
        put(out, 0xFFD9, 2);
        return out.toByteArray();
    }
}
