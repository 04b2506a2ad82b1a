package org.tyde.samples;

import java.util.SplittableRandom;

/// Deterministic noise: smooth fields for texture, Gaussian tiles for the grain of a detector.
final class Noise {
    private static final int TILE = 512;
    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /// Smooth noise in space, about -1 to 1, with features as large as one unit of the arguments.
    double at(double x, double y, double z) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        double fz = Math.floor(z);
        double u = smooth(x - fx);
        double v = smooth(y - fy);
        double w = smooth(z - fz);
        long i = (long) fx;
        long j = (long) fy;
        long k = (long) fz;
        double low = plane(i, j, k, u, v);
        return low + w * (plane(i, j, k + 1, u, v) - low);
    }

    /// Several octaves of [#at], about -1 to 1.
    double fractal(double x, double y, double z, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double scale = 1;
        for (int o = 0; o < octaves; o++) {
            sum += weight * at(x * scale + 17 * o, y * scale - 31 * o, z * scale);
            weight /= 2;
            scale *= 2;
        }
        return sum;
    }

    private double plane(long i, long j, long k, double u, double v) {
        double a = corner(i, j, k);
        double b = corner(i + 1, j, k);
        double c = corner(i, j + 1, k);
        double d = corner(i + 1, j + 1, k);
        double top = a + u * (b - a);
        return top + v * (c + u * (d - c) - top);
    }

    private double corner(long i, long j, long k) {
        long h = seed + i * 0x9E3779B97F4A7C15L + j * 0xC2B2AE3D27D4EB4FL + k * 0x165667B19E3779F9L;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        h ^= h >>> 31;
        return (h >> 11) * 0x1.0p-52;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    /// A square of Gaussian grain, standard deviation 1, whose grains are `blur` pixels wide; it joins
    /// itself at the edges.
    ///
    /// @param seed of this tile
    /// @param blur 0 for white noise; radius of a box, applied twice
    static Grain grain(long seed, int blur) {
        var random = new SplittableRandom(seed);
        var field = new float[TILE * TILE];
        for (int i = 0; i < field.length; i++) field[i] = (float) random.nextGaussian();
        for (int pass = 0; pass < 2 && blur > 0; pass++) {
            field = boxed(field, blur, 1, TILE);
            field = boxed(field, blur, TILE, 1);
        }
        double square = 0;
        for (float f : field) square += f * f;
        float scale = (float) (1 / Math.sqrt(square / field.length));
        for (int i = 0; i < field.length; i++) field[i] *= scale;
        return new Grain(field);
    }

    private static float[] boxed(float[] in, int radius, int step, int stride) {
        var out = new float[in.length];
        for (int line = 0; line < TILE; line++)
            for (int p = 0; p < TILE; p++) {
                float sum = 0;
                for (int d = -radius; d <= radius; d++)
                    sum += in[line * stride + ((p + d + TILE) % TILE) * step];
                out[line * stride + p * step] = sum;
            }
        return out;
    }

    /// A tile of grain.
    static final class Grain {
        private final float[] field;

        private Grain(float[] field) {
            this.field = field;
        }

        /// @return the grain at a pixel, shifted by a number that stands for the image
        float at(int column, int row, int image) {
            int x = (column + image * 197) & (TILE - 1);
            int y = (row + image * 311) & (TILE - 1);
            return field[y * TILE + x];
        }
    }
}
