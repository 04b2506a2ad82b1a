package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Orientation;

/// Context labels of the bit-plane decisions (T.800 D.3) as tables over the neighbourhood of a coefficient.
final class BlockContexts {
    /// No neighbour is significant.
    static final int ZERO = 0;

    /// First of the sign contexts.
    private static final int SIGN = 9;

    /// First refinement with no significant neighbour; the next is with one, the one after not the first.
    static final int REFINE = 14;

    static final int RUN = 17;
    static final int UNIFORM = 18;
    static final int COUNT = 19;

    /// By sign neighbourhood: context above bit 0, and in bit 0 what the decision is exclusively or'ed with.
    private static final byte[] SIGNS = signs();

    private static final byte[] VERTICAL = zeroCoding(Orientation.LH);
    private static final byte[] HORIZONTAL = zeroCoding(Orientation.HL);
    private static final byte[] DIAGONAL = zeroCoding(Orientation.HH);

    private BlockContexts() {}

    /// @return by the significance of the column to the left (bits 0 to 2, from above), of those above
    ///     (bit 3) and below (bit 5), and of the column to the right (bits 6 to 8): the context (Table D.1)
    static byte[] zeroCoding(boolean highColumns, boolean highRows) {
        if (!highColumns) return VERTICAL;
        return highRows ? DIAGONAL : HORIZONTAL;
    }

    /// @return by bits 0, 1, 2, 3 for a significant coefficient above, to the left, below, to the right,
    ///     and bits 6 to 9 likewise for a negative one
    static byte[] signCoding() {
        return SIGNS;
    }

    private static byte[] zeroCoding(Orientation orientation) {
        var table = new byte[512];
        for (int i = 0; i < table.length; i++) {
            int beside = (i >> 1 & 1) + (i >> 7 & 1);
            int upright = (i >> 3 & 1) + (i >> 5 & 1);
            int corners = (i & 1) + (i >> 2 & 1) + (i >> 6 & 1) + (i >> 8 & 1);
            table[i] =
                    (byte)
                            switch (orientation) {
                                case LL, LH -> oneHigh(beside, upright, corners);
                                case HL -> oneHigh(upright, beside, corners);
                                case HH -> bothHigh(beside + upright, corners);
                            };
        }
        return table;
    }

    private static int oneHigh(int along, int across, int corners) {
        if (along == 2) return 8;
        if (along == 1) return across > 0 ? 7 : corners > 0 ? 6 : 5;
        if (across > 0) return 2 + across;
        return Math.min(corners, 2);
    }

    private static int bothHigh(int sides, int corners) {
        return switch (corners) {
            case 0 -> Math.min(sides, 2);
            case 1 -> 3 + Math.min(sides, 2);
            case 2 -> 6 + Math.min(sides, 1);
            default -> 8;
        };
    }

    /// Tables D.2 and D.3.
    private static byte[] signs() {
        var table = new byte[1024];
        for (int i = 0; i < table.length; i++) {
            int horizontal = Math.clamp(side(i, 1) + side(i, 3), -1, 1);
            int vertical = Math.clamp(side(i, 0) + side(i, 2), -1, 1);
            boolean mirrored = horizontal < 0 || horizontal == 0 && vertical < 0;
            int h = Math.abs(horizontal);
            int v = mirrored ? -vertical : vertical;
            int context = SIGN + (h == 0 ? v : 3 + v);
            table[i] = (byte) (context << 1 | (mirrored ? 1 : 0));
        }
        return table;
    }

    private static int side(int index, int place) {
        if ((index >> place & 1) == 0) return 0;
        return (index >> 6 + place & 1) == 0 ? 1 : -1;
    }
}
