package org.tyde.codec.jpeg;

/// Brings a component with fewer samples to the picture's size. T.81 leaves the way open; this is the triangle
/// filter ("fancy upsampling") and the roundings of the reference decoder, so that results are equal:
/// a sample lies between those around it, three quarters of the nearer and one of the farther.
final class Upsampling {
    private final Plane plane;
    private final int factorX;
    private final int wholeX;
    private final int factorY;
    private final int wholeY;

    /// The last lines asked for: each is wanted for up to four lines of the picture.
    private final int[][] held;

    private final int[] numbers = {-1, -1, -1};
    private final int[] sum;
    private final int[] before;
    private final int[] after;
    private final int[] even;
    private final int[] odd;
    private final boolean filtered;

    /// @param plane of the component
    /// @param frame of the component
    /// @param c the component
    Upsampling(Plane plane, FrameHeader frame, Component c) {
        this.plane = plane;
        this.factorX = c.horizontal();
        this.wholeX = frame.mostHorizontal();
        this.factorY = c.vertical();
        this.wholeY = frame.mostVertical();
        this.held = new int[numbers.length][plane.width()];
        this.sum = new int[plane.width()];
        this.before = new int[plane.width()];
        this.after = new int[plane.width()];
        this.even = new int[plane.width()];
        this.odd = new int[plane.width()];
        this.filtered = plane.width() > 2;
    }

    /// @param y line of the picture
    /// @param out gets the samples of the line; at least a sample longer than the picture is wide
    void line(int y, int[] out) {
        boolean same = factorX == wholeX;
        boolean twice = 2 * factorX == wholeX;
        boolean tall = 2 * factorY == wholeY;
        if (same && factorY == wholeY) plane.line(y, out);
        else if (same && tall) halfway(y, out);
        else if (twice && factorY == wholeY && filtered) {
            wider(held(y), out);
        } else if (twice && tall && filtered) {
            both(y, out);
        } else {
            int[] near = held(y * factorY / wholeY);
            for (int x = 0; x < out.length; x++)
                out[x] = near[Math.min(plane.width() - 1, x * factorX / wholeX)];
        }
    }

    /// @return the samples of a line of the component; beyond the first and the last these stand again
    private int[] held(int line) {
        int y = Math.clamp(line, 0, plane.height() - 1);
        int slot = y % numbers.length;
        if (numbers[slot] != y) plane.line(y, held[slot]);
        numbers[slot] = y;
        return held[slot];
    }

    /// The line the other half of this one lies towards: the one before for an upper half.
    private static int other(int y) {
        return y % 2 == 0 ? y / 2 - 1 : y / 2 + 1;
    }

    private void halfway(int y, int[] out) {
        mix(held(y / 2), held(other(y)), out, plane.width(), y % 2 == 0 ? 1 : 2, 2);
    }

    /// Roundings alternate, so that they do not add up to a shift of the mean.
    private void wider(int[] in, int[] out) {
        int width = plane.width();
        int last = width - 1;
        shift(in, width);
        mix(in, before, even, width, 1, 2);
        mix(in, after, odd, width, 2, 2);
        even[0] = in[0];
        odd[last] = in[last];
        merge(out);
    }

    private void both(int y, int[] out) {
        int width = plane.width();
        int last = width - 1;
        mix(held(y / 2), held(other(y)), sum, width, 0, 0);
        shift(sum, width);
        mix(sum, before, even, width, 8, 4);
        mix(sum, after, odd, width, 7, 4);
        even[0] = 4 * sum[0] + 8 >> 4;
        odd[last] = 4 * sum[last] + 7 >> 4;
        merge(out);
    }

    /// What stands before and after each sample.
    private void shift(int[] in, int width) {
        System.arraycopy(in, 0, before, 1, width - 1);
        System.arraycopy(in, 1, after, 0, width - 1);
    }

    // the arrays are apart and the indices alike, so that these loops become vector instructions
    private static void mix(int[] near, int[] far, int[] out, int width, int half, int shift) {
        for (int x = 0; x < width; x++) out[x] = 3 * near[x] + far[x] + half >> shift;
    }

    private void merge(int[] out) {
        int pairs = out.length / 2;
        interleave(even, odd, out, Math.min(pairs, plane.width()));
        if (out.length % 2 != 0 && pairs < plane.width()) out[2 * pairs] = even[pairs];
    }

    private static void interleave(int[] even, int[] odd, int[] out, int pairs) {
        for (int x = 0; x < pairs; x++) {
            out[2 * x] = even[x];
            out[2 * x + 1] = odd[x];
        }
    }
}
