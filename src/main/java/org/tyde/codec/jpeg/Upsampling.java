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
    private final int[] near;
    private final int[] far;
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
        this.near = new int[plane.width() + 1];
        this.far = new int[plane.width() + 1];
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
            plane.line(y, near);
            wider(near, plane.width(), out);
        } else if (twice && tall && filtered) {
            both(y, out);
        } else {
            plane.line(y * factorY / wholeY, near);
            for (int x = 0; x < out.length; x++)
                out[x] = near[Math.min(plane.width() - 1, x * factorX / wholeX)];
        }
    }

    /// The line the other half of this one lies towards: the one before for an upper half.
    private static int other(int y) {
        return y % 2 == 0 ? y / 2 - 1 : y / 2 + 1;
    }

    private void halfway(int y, int[] out) {
        plane.line(y / 2, near);
        plane.line(other(y), far);
        int bias = y % 2 == 0 ? 1 : 2;
        for (int x = 0; x < plane.width(); x++) out[x] = 3 * near[x] + far[x] + bias >> 2;
    }

    /// Roundings alternate, so that they do not add up to a shift of the mean.
    private static void wider(int[] in, int width, int[] out) {
        int last = width - 1;
        out[0] = in[0];
        out[1] = 3 * in[0] + in[1] + 2 >> 2;
        for (int x = 1; x < last; x++) {
            int three = 3 * in[x];
            out[2 * x] = three + in[x - 1] + 1 >> 2;
            out[2 * x + 1] = three + in[x + 1] + 2 >> 2;
        }
        out[2 * last] = 3 * in[last] + in[last - 1] + 1 >> 2;
        if (2 * last + 1 < out.length) out[2 * last + 1] = in[last];
    }

    private void both(int y, int[] out) {
        plane.line(y / 2, near);
        plane.line(other(y), far);
        int last = plane.width() - 1;
        for (int x = 0; x <= last; x++) near[x] = 3 * near[x] + far[x];
        int[] in = near;
        out[0] = 4 * in[0] + 8 >> 4;
        out[1] = 3 * in[0] + in[1] + 7 >> 4;
        for (int x = 1; x < last; x++) {
            int three = 3 * in[x];
            out[2 * x] = three + in[x - 1] + 8 >> 4;
            out[2 * x + 1] = three + in[x + 1] + 7 >> 4;
        }
        out[2 * last] = 3 * in[last] + in[last - 1] + 8 >> 4;
        if (2 * last + 1 < out.length) out[2 * last + 1] = 4 * in[last] + 7 >> 4;
    }
}
