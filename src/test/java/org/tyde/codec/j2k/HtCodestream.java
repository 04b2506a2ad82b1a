package org.tyde.codec.j2k;

import java.io.ByteArrayOutputStream;

/// A codestream of one tile, one unsigned component and one HT code-block, without wavelet, for tests: sample =
/// coefficient + half the range.
///
/// @param planes bits of a sample
/// @param plane the cleanup pass codes bit-planes down to this
/// @param passes 1 to 3
/// @param placeholders sets of three empty passes before the cleanup pass (T.814 B.3)
record HtCodestream(
        int width,
        int height,
        int planes,
        int plane,
        int passes,
        int placeholders,
        boolean causal) {

    /// @param values coefficients, magnitudes below half the range
    byte[] of(int[] values) {
        var encoder = new HtEncoder(width, height, values, plane);
        var cleanup = encoder.cleanup();
        var refinement = passes > 1 ? encoder.refinement(passes, causal) : new byte[0];
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
        put(out, 0xFF50, 2); // CAP: Part 15, MAGB
        put(out, 8, 2);
        put(out, 0x0002_0000, 4);
        put(out, Math.max(0, planes - 8), 2);
        put(out, 0xFF52, 2); // COD: one layer, no wavelet, blocks of 64 x 64 or long ones
        put(out, 12, 2);
        put(out, 0, 1);
        put(out, 0, 1);
        put(out, 1, 2);
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
        var header = header(cleanup.length, refinement.length);
        put(out, 0xFF90, 2); // SOT
        put(out, 10, 2);
        put(out, 0, 2);
        put(out, 14 + header.length + cleanup.length + refinement.length, 4);
        put(out, 1, 2);
        put(out, 0xFF93, 2);
        out.writeBytes(header);
        out.writeBytes(cleanup);
        out.writeBytes(refinement);
        put(out, 0xFFD9, 2);
        return out.toByteArray();
    }

    /// T.800 B.10 for one block included in the first layer.
    private byte[] header(int cleanup, int refinement) {
        var bits = new StringBuilder("11");
        bits.append("0".repeat(planes - 1 - plane - placeholders)).append('1');
        int all = passes + 3 * placeholders;
        switch (all) {
            case 1 -> bits.append('0');
            case 2 -> bits.append("10");
            case 3, 4, 5 -> bits.append("11").append(number(all - 3, 2));
            default -> bits.append("1111").append(number(all - 6, 5));
        }
        int inFirst = 1 + 3 * placeholders;
        int first = 31 - Integer.numberOfLeadingZeros(inFirst);
        int second = passes > 2 ? 1 : 0;
        int lblock = 3;
        while (cleanup >> lblock + first != 0 || refinement >> lblock + second != 0) lblock++;
        bits.append("1".repeat(lblock - 3)).append('0');
        bits.append(number(cleanup, lblock + first));
        if (passes > 1) bits.append(number(refinement, lblock + second));
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

    private static String number(int value, int digits) {
        var all = new StringBuilder();
        for (int i = digits - 1; i >= 0; i--) all.append(value >> i & 1);
        return all.toString();
    }

    private static void put(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) out.write(value >> 8 * i);
    }
}
