package org.tyde.codec.j2k;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Codes one block by T.814 clause 7, for tests: what the decoder reads, written the other way round.
final class HtEncoder {
    private static final int[] MEL_E = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private final int width;
    private final int height;
    private final int[] values;
    private final int plane;
    private final BitWriter vlc = new BitWriter(true, 0xFF, 0xF, 4);
    private final BitWriter magSgn = new BitWriter(false, 0, 0, 0);
    private final ByteArrayOutputStream mel = new ByteArrayOutputStream();
    private int melByte;
    private int melRoom = 8;
    private int melState;
    private int melRun;

    /// @param values signed, row by row
    /// @param plane the cleanup pass codes bit-planes down to this
    HtEncoder(int width, int height, int[] values, int plane) {
        this.width = width;
        this.height = height;
        this.values = values;
        this.plane = plane;
    }

    /// Bits from the least significant place, with stuffing after FF, or as read backwards.
    static final class BitWriter {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final boolean backward;
        private int last;
        private int held;
        private int bits;

        BitWriter(boolean backward, int last, int held, int bits) {
            this.backward = backward;
            this.last = last;
            this.held = held;
            this.bits = bits;
        }

        void put(int value, int count) {
            for (int i = 0; i < count; i++) {
                held |= (value >> i & 1) << bits++;
                boolean stuffed = backward ? last > 0x8F && held == 0x7F : last == 0xFF;
                if (bits == 8 || bits == 7 && stuffed) flush();
            }
        }

        private void flush() {
            bytes.write(held);
            last = held;
            held = 0;
            bits = 0;
        }

        /// Ends with bits of `fill`; trailing bytes FF of a forward stream are left out.
        byte[] end(int fill) {
            while (bits != 0) put(fill, 1);
            var all = bytes.toByteArray();
            int n = all.length;
            if (!backward) while (n > 0 && (all[n - 1] & 0xFF) == 0xFF) n--;
            return java.util.Arrays.copyOf(all, n);
        }
    }

    /// @return the cleanup segment
    byte[] cleanup() {
        int across = (width + 1) / 2;
        int[][] rhos = new int[(height + 1) / 2 + 1][across + 2];
        int[][] exponents = new int[(height + 1) / 2 + 1][2 * across + 4];
        for (int row = 0; row < (height + 1) / 2; row++) {
            for (int q = 0; q < across; q += 2) {
                var first = quad(rhos, exponents, row, q);
                var second = q + 1 < across ? quad(rhos, exponents, row, q + 1) : Quad.NONE;
                lengths(first, second, row == 0);
                magnitudes(first);
                magnitudes(second);
            }
        }
        if (melRun > 0) melBit(1);
        while (melRoom != 8) melBit(0);
        var head = magSgn.end(1);
        var middle = mel.toByteArray();
        var tail = vlc.end(0);
        var all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(middle);
        for (int i = tail.length - 1; i >= 0; i--) all.write(tail[i]);
        all.write(0);
        var out = all.toByteArray();
        int suffix = out.length - head.length;
        out[out.length - 1] = (byte) (suffix >> 4);
        out[out.length - 2] = (byte) (out[out.length - 2] & 0xF0 | suffix & 0x0F);
        return out;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Quad(int[] v, int rho, int known, int bits, int u) {
        static final Quad NONE = new Quad(new int[4], 0, 0, 0, 0);
    }

    private Quad quad(int[][] rhos, int[][] exponents, int row, int q) {
        int[] v = new int[4];
        int rho = 0;
        int most = 0;
        int[] e = new int[4];
        for (int n = 0; n < 4; n++) {
            int x = 2 * q + n / 2;
            int y = 2 * row + n % 2;
            if (x >= width || y >= height) continue;
            int value = values[y * width + x];
            int mu = Math.abs(value) >> plane;
            if (mu == 0) continue;
            rho |= 1 << n;
            v[n] = 2 * (mu - 1) + (value < 0 ? 1 : 0);
            e[n] = 32 - Integer.numberOfLeadingZeros(2 * mu - 1);
            most = Math.max(most, e[n]);
        }
        int kappa = 1;
        int context;
        int left = q > 0 ? rhos[row + 1][q] : 0;
        if (row == 0) {
            context = (left | left >> 1) & 1 | (left >> 2 & 1) << 1 | (left >> 3 & 1) << 2;
        } else {
            var up = rhos[row];
            context =
                    (up[q] >> 3 | up[q + 1] >> 1) & 1
                            | ((left >> 2 | left >> 3) & 1) << 1
                            | ((up[q + 1] >> 3 | (q + 2 < up.length ? up[q + 2] >> 1 : 0)) & 1)
                                    << 2;
            if (Integer.bitCount(rho) > 1)
                for (int k = 0; k < 4; k++)
                    kappa = Math.max(kappa, exponents[row][2 * q + 1 + k] - 1);
        }
        rhos[row + 1][q + 1] = rho;
        exponents[row + 1][2 * q + 2] = e[1];
        exponents[row + 1][2 * q + 3] = e[3];
        if (context == 0) melSymbol(rho == 0 ? 0 : 1);
        if (context == 0 && rho == 0) return Quad.NONE;
        int bits = Math.max(most, kappa);
        int u = rho == 0 ? 0 : bits - kappa;
        int top = 0;
        for (int n = 0; n < 4; n++) if (u > 0 && e[n] == bits) top |= 1 << n;
        int word = word(row == 0, context, rho, u > 0 ? 1 : 0, top);
        return new Quad(v, rho, word >> 4 & 15, bits, u);
    }

    /// Writes the codeword that tells most about the greatest exponents.
    private int word(boolean first, int context, int rho, int uOff, int top) {
        var table = first ? HtTables.FIRST : HtTables.OTHER;
        int best = -1;
        int code = 0;
        for (int i = 0; i < 128; i++) {
            int word = table[context << 7 | i] & 0xFFFF;
            boolean fits =
                    (word & 15) == rho
                            && (word >> 12 & 1) == uOff
                            && (word >> 8 & 15) == (top & word >> 4 & 15);
            if (!fits) continue;
            int told = Integer.bitCount(word >> 4 & 15);
            if (best < 0 || told > Integer.bitCount(best >> 4 & 15)) {
                best = word;
                code = i;
            }
        }
        if (best < 0) throw new IllegalStateException("no codeword");
        vlc.put(code, best >> 13);
        return best;
    }

    private void lengths(Quad first, Quad second, boolean firstRow) {
        int u1 = first.u;
        int u2 = second.u;
        if (u1 > 0 && u2 > 0 && firstRow) {
            boolean both = Math.min(u1, u2) > 2;
            melSymbol(both ? 1 : 0);
            if (both) {
                u1 -= 2;
                u2 -= 2;
            } else if (u1 > 2) {
                prefix(u1);
                vlc.put(u2 - 1, 1);
                suffix(u1);
                return;
            }
        }
        prefix(u1);
        prefix(u2);
        suffix(u1);
        suffix(u2);
    }

    private void prefix(int u) {
        if (u == 0) return;
        if (u == 1) vlc.put(1, 1);
        else if (u == 2) vlc.put(2, 2);
        else vlc.put(u < 5 ? 4 : 0, 3);
    }

    private void suffix(int u) {
        if (u == 3 || u == 4) vlc.put(u - 3, 1);
        else if (u > 4) vlc.put(u - 5, 5);
    }

    private void magnitudes(Quad quad) {
        for (int n = 0; n < 4; n++)
            if ((quad.rho >> n & 1) != 0) magSgn.put(quad.v[n], quad.bits - (quad.known >> n & 1));
    }

    private void melSymbol(int symbol) {
        if (symbol == 0) {
            if (++melRun < 1 << MEL_E[melState]) return;
            melBit(1);
            melRun = 0;
            melState = Math.min(12, melState + 1);
            return;
        }
        melBit(0);
        for (int i = MEL_E[melState] - 1; i >= 0; i--) melBit(melRun >> i & 1);
        melRun = 0;
        melState = Math.max(0, melState - 1);
    }

    private void melBit(int bit) {
        melByte = melByte << 1 | bit;
        if (--melRoom > 0) return;
        mel.write(melByte);
        melRoom = melByte == 0xFF ? 7 : 8;
        melByte = 0;
        // a byte after FF that would stay empty is not begun
    }

    /// @param passes 2 for significance propagation alone, 3 with magnitude refinement
    /// @param causal whether no stripe looks into the next
    /// @return the refinement segment of the bit-plane below
    byte[] refinement(int passes, boolean causal) {
        var forward = new BitWriter(false, 0, 0, 0);
        var backward = new BitWriter(true, 0xFF, 0, 0);
        var found = new boolean[values.length];
        for (int top = 0; top < height; top += 4) {
            for (int x = 0; x < width; x += 4) propagate(forward, found, top, x, causal);
            if (passes > 2)
                for (int x = 0; x < width; x++)
                    for (int y = top; y < Math.min(top + 4, height); y++)
                        if (significant(x, y))
                            backward.put(Math.abs(values[y * width + x]) >> plane - 1, 1);
        }
        var head = forward.end(0);
        var tail = backward.end(0);
        var all = new ByteArrayOutputStream();
        all.writeBytes(head);
        for (int i = tail.length - 1; i >= 0; i--) all.write(tail[i]);
        return all.toByteArray();
    }

    private void propagate(BitWriter out, boolean[] found, int top, int left, boolean causal) {
        List<Integer> fresh = new ArrayList<>();
        int bottom = Math.min(top + 4, height);
        for (int x = left; x < Math.min(left + 4, width); x++) {
            for (int y = top; y < bottom; y++) {
                if (significant(x, y) || !candidate(found, x, y, causal ? top + 3 : height))
                    continue;
                int bit = Math.abs(values[y * width + x]) >> plane - 1 & 1;
                out.put(bit, 1);
                if (bit == 0) continue;
                found[y * width + x] = true;
                fresh.add(y * width + x);
            }
        }
        for (int i : fresh) out.put(values[i] < 0 ? 1 : 0, 1);
    }

    private boolean candidate(boolean[] found, int x, int y, int lowest) {
        for (int dy = -1; dy <= 1; dy++)
            for (int dx = -1; dx <= 1; dx++) {
                int u = x + dx;
                int v = y + dy;
                if (u < 0 || v < 0 || u >= width || v >= height || v > lowest) continue;
                if (significant(u, v) || found[v * width + u]) return true;
            }
        return false;
    }

    private boolean significant(int x, int y) {
        return Math.abs(values[y * width + x]) >> plane != 0;
    }
}
