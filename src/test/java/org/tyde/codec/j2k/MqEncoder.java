package org.tyde.codec.j2k;

import java.util.Arrays;

/// The arithmetic encoder of T.800 C.2, for tests: its flow charts, step by step.
final class MqEncoder {
    /// T.800 Table C.2: estimate, next state after a more and after a less probable symbol, change of sides.
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0},
        {0x0521, 5, 29, 0}, {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0},
        {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0},
        {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1}, {0x5401, 16, 14, 0},
        {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
        {0x1C01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0},
        {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0}, {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0},
        {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0}, {0x02A1, 36, 33, 0},
        {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
        {0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
    };

    private final int[] index = new int[19];
    private final int[] mps = new int[19];

    /// The first byte is none of the code's.
    private byte[] bytes = new byte[1024];

    private int at;
    private int a = 0x8000;
    private long c;
    private int ct = 12;

    MqEncoder() {
        index[0] = 4;
        index[17] = 3;
        index[18] = 46;
    }

    void encode(int context, int bit) {
        var state = STATES[index[context]];
        a -= state[0];
        if (bit == mps[context]) {
            if ((a & 0x8000) != 0) {
                c += state[0];
                return;
            }
            if (a < state[0]) a = state[0];
            else c += state[0];
            index[context] = state[1];
        } else {
            if (a < state[0]) c += state[0];
            else a = state[0];
            if (state[3] == 1) mps[context] = 1 - mps[context];
            index[context] = state[2];
        }
        do {
            a <<= 1;
            c <<= 1;
            if (--ct == 0) byteOut();
        } while ((a & 0x8000) == 0);
    }

    private void byteOut() {
        if (at + 2 > bytes.length) bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        if (bytes[at] != (byte) 0xFF && c >= 0x8000000) {
            bytes[at]++;
            if (bytes[at] == (byte) 0xFF) c &= 0x7FFFFFF;
        }
        boolean stuffed = bytes[at] == (byte) 0xFF;
        at++;
        bytes[at] = (byte) (c >> (stuffed ? 20 : 19));
        c &= stuffed ? 0xFFFFF : 0x7FFFF;
        ct = stuffed ? 7 : 8;
    }

    /// @return the code
    byte[] flush() {
        long top = c + a;
        c |= 0xFFFF;
        if (c >= top) c -= 0x8000;
        for (int i = 0; i < 2; i++) {
            c <<= ct;
            byteOut();
        }
        int end = bytes[at] == (byte) 0xFF ? at : at + 1;
        return Arrays.copyOfRange(bytes, 1, end);
    }
}
