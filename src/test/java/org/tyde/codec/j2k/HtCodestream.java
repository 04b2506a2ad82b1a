package org.tyde.codec.j2k;

import java.io.ByteArrayOutputStream;

/// A codestream of one tile, one unsigned component and one HT code-block, without wavelet, for tests: sample =
/// coefficient + half the range.
///
/// @param planes bits of a sample
/// @param plane the cleanup pass codes bit-planes down to this
/// @param passes 1 to 3
/// @param placeholders sets of three empty passes before the cleanup pass (T.814 B.3)
/// @param coarser whole sets of passes before the last, each one bit-plane coarser than the next and in a
///     layer of its own
record HtCodestream(
        int width,
        int height,
        int planes,
        int plane,
        int passes,
        int placeholders,
        int coarser,
        boolean causal) {

    /// Where the sign and depth of the component stand in SIZ.
    static final int SSIZ = 42;

    /// @param values coefficients, magnitudes below half the range
    byte[] of(int[] values) {
        var packets = new ByteArrayOutputStream();
        int lblock = 3;
        for (int p = plane + coarser; p >= plane; p--) {
            boolean first = p == plane + coarser;
            var encoder = new HtEncoder(width, height, values, p);
            var cleanup = encoder.cleanup();
            int all = p == plane ? passes : 3;
            var refinement = all > 1 ? encoder.refinement(all, causal) : new byte[0];
            int before = first ? 3 * placeholders : 0;
            int wide = 31 - Integer.numberOfLeadingZeros(before + 1);
            int more = 0;
            while (cleanup.length >> lblock + more + wide != 0
                    || refinement.length >> lblock + more + all / 3 != 0) more++;
            lblock += more;
            var bits = new StringBuilder("11");
            if (first) bits.append("0".repeat(planes - 1 - p - placeholders)).append('1');
            bits.append(passes(before + all)).append("1".repeat(more)).append('0');
            bits.append(number(cleanup.length, lblock + wide));
            if (all > 1) bits.append(number(refinement.length, lblock + all / 3));
            packets.writeBytes(stuffed(bits));
            packets.writeBytes(cleanup);
            packets.writeBytes(refinement);
        }
        var out = new ByteArrayOutputStream();
        put(out, 0xFF4F, 2);
        put(out, 0xFF51, 2); // SIZ
        put(out, 41, 2);
        put(out, 0x4000, 2);
        for (int i = 0; i < 2; i++) {
            put(out, width, 4);
            put(out, height, 4);
            put(out, 0, 4);
            put(out, 0, 4);
        }
        put(out, 1, 2);
        put(out, planes - 1, 1);
        put(out, 0x0101, 2);
        put(out, 0xFF50, 2); // CAP: Part 15, MULTIHT, MAGB
        put(out, 8, 2);
        put(out, 0x0002_0000, 4);
        put(out, (coarser > 0 ? 0x2000 : 0) | Math.max(0, planes - 8), 2);
        put(out, 0xFF52, 2); // COD: no wavelet, blocks of 64 x 64 or long ones
        put(out, 12, 2);
        put(out, 0, 1);
        put(out, 0, 1);
        put(out, 1 + coarser, 2);
        put(out, 0, 1);
        put(out, 0, 1);
        put(out, width > 64 ? 8 : height > 64 ? 0 : 4, 1);
        put(out, width > 64 ? 0 : height > 64 ? 8 : 4, 1);
        put(out, causal ? 0x48 : 0x40, 1);
        put(out, 1, 1);
        put(out, 0xFF5C, 2); // QCD: reversible, one guard bit
        put(out, 4, 2);
        put(out, 0x20, 1);
        put(out, planes << 3, 1);
        put(out, 0xFF90, 2); // SOT
        put(out, 10, 2);
        put(out, 0, 2);
        put(out, 14 + packets.size(), 4);
        put(out, 1, 2);
        put(out, 0xFF93, 2);
        out.writeBytes(packets.toByteArray());
        put(out, 0xFFD9, 2);
        return out.toByteArray();
    }

    /// T.800 Table B.4.
    static String passes(int count) {
        if (count < 3) return count == 1 ? "0" : "10";
        if (count < 6) return "11" + number(count - 3, 2);
        return count < 37 ? "1111" + number(count - 6, 5) : "111111111" + number(count - 37, 7);
    }

    /// T.800 B.10.1.
    static byte[] stuffed(StringBuilder bits) {
        var out = new ByteArrayOutputStream();
        int at = 0;
        boolean full = false;
        while (at < bits.length()) {
            int n = full ? 7 : 8;
            while (bits.length() < at + n) bits.append('0');
            int one = Integer.parseInt(bits.substring(at, at + n), 2);
            out.write(one);
            full = one == 0xFF;
            at += n;
        }
        if (full) out.write(0);
        return out.toByteArray();
    }

    static String number(int value, int digits) {
        var all = new StringBuilder();
        for (int i = digits - 1; i >= 0; i--) all.append(value >> i & 1);
        return all.toString();
    }

    static void put(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) out.write(value >> 8 * i);
    }
}
