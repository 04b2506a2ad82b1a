package org.tyde.codec.video;

import org.tyde.refusal.Refusal;

/// From Y, Cb, Cr to R, G, B (ITU-T H.273 8.3, equations 38 to 43): the matrix and the range are the stream's. A
/// stream that names no matrix is taken as ITU-R BT.601 up to 576 rows and as BT.709 above. A chroma value
/// stands for all pixels it was taken from; none are interpolated.
final class YuvToRgb {
    private static final int SHIFT = 16;
    private final int greatest;
    private final int[] luma;
    private final int[] redOfCr;
    private final int[] greenOfCb;
    private final int[] greenOfCr;
    private final int[] blueOfCb;

    /// @param bits of a result, 8 to 16
    /// @throws Refusal for matrices that are no Y, Cb, Cr
    YuvToRgb(Picture picture, int bits) throws Refusal {
        double[] weights = weights(picture);
        double kr = weights[0];
        double kb = weights[1];
        double kg = 1 - kr - kb;
        greatest = (1 << bits) - 1;
        int depth = picture.shape().bits();
        int n = 1 << depth;
        int unit = 1 << depth - 8;
        double black = picture.full() ? 0 : 16 * unit;
        double lumaStep = (double) greatest / (picture.full() ? n - 1 : 219 * unit);
        double chromaStep = (double) greatest / (picture.full() ? n - 1 : 224 * unit);
        luma = table(n, black, lumaStep);
        redOfCr = table(n, n >> 1, chromaStep * 2 * (1 - kr));
        blueOfCb = table(n, n >> 1, chromaStep * 2 * (1 - kb));
        greenOfCb = table(n, n >> 1, -chromaStep * 2 * (1 - kb) * kb / kg);
        greenOfCr = table(n, n >> 1, -chromaStep * 2 * (1 - kr) * kr / kg);
    }

    private static int[] table(int n, double zero, double step) {
        var table = new int[n];
        for (int i = 0; i < n; i++) table[i] = (int) Math.round((i - zero) * step * (1 << SHIFT));
        return table;
    }

    /// K_R and K_B, H.273 Table 4.
    private static double[] weights(Picture picture) throws Refusal {
        int matrix = picture.matrix();
        if (matrix == 2) matrix = picture.height() <= 576 ? 6 : 1;
        return switch (matrix) {
            case 1 -> new double[] {0.2126, 0.0722};
            case 4 -> new double[] {0.30, 0.11};
            case 5, 6 -> new double[] {0.299, 0.114};
            case 7 -> new double[] {0.212, 0.087};
            case 9 -> new double[] {0.2627, 0.0593};
            default ->
                    throw new Refusal(
                                    VideoReason.UNSUPPORTED_STREAM,
                                    "coloured by matrix_coefficients " + matrix)
                            .withRule("ITU-T H.273 8.3");
        };
    }

    /// Where converted pixels go.
    @FunctionalInterface
    interface Sink {
        /// @param at index of the pixel's red; green and blue follow it
        void put(int at, int red, int green, int blue);
    }

    /// @param picture the one given at the beginning
    void convert(Picture picture, Sink sink) {
        int width = picture.width();
        int chromaWidth = picture.shape().chromaWidth(width);
        int cb = width * picture.height();
        int cr = cb + chromaWidth * picture.shape().chromaHeight(picture.height());
        for (int y = 0; y < picture.height(); y++) {
            int chroma = (y >> picture.shape().down()) * chromaWidth;
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int c = chroma + (x >> picture.shape().across());
                int u = picture.shape().grey() ? luma.length >> 1 : value(picture, cb + c);
                int v = picture.shape().grey() ? luma.length >> 1 : value(picture, cr + c);
                int light = luma[value(picture, at)] + (1 << SHIFT - 1);
                sink.put(
                        3 * at,
                        clamp(light + redOfCr[v]),
                        clamp(light + greenOfCb[u] + greenOfCr[v]),
                        clamp(light + blueOfCb[u]));
            }
        }
    }

    private int value(Picture picture, int i) {
        var planes = picture.planes();
        if (picture.shape().bits() == 8) return planes[i] & 0xFF;
        return (planes[2 * i] & 0xFF | (planes[2 * i + 1] & 0xFF) << 8) & luma.length - 1;
    }

    private int clamp(int fixed) {
        return Math.clamp(fixed >> SHIFT, 0, greatest);
    }
}
