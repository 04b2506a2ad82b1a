package org.tyde.samples;

import java.util.List;

/// A run of a coronary-like angiogram: contrast runs down a tree of vessels, the heart beats, the contrast
/// washes out. Eight bits, contrast dark.
final class Angiogram {
    static final int SIZE = 512;
    private static final double SPACING = 0.28;

    private final List<VesselTree.Sphere> tree;
    private final Noise noise;
    private final Noise.Grain grain;
    private final int frames;

    Angiogram(long seed, int frames, double tilt) {
        this.frames = frames;
        this.noise = new Noise(seed);
        this.grain = Noise.grain(seed, 0);
        double half = SIZE * SPACING / 2;
        var vessels =
                new VesselTree(
                        seed,
                        0.32,
                        0.085,
                        p -> Math.hypot(p[0], p[1]) < half * 1.1 && Math.abs(p[2]) < 60);
        double[] root = {-8, -46, 0};
        vessels.grow(root, new double[] {0.9, 0.5 + tilt, 0.2}, 2.1, 34);
        vessels.grow(root, new double[] {0.5, 1.2, -0.2}, 2.2, 38);
        vessels.grow(root, new double[] {-0.5, 1.1, 0.3}, 1.7, 30);
        this.tree = vessels.spheres();
    }

    int frames() {
        return frames;
    }

    /// @param frame 0-based
    /// @return SIZE x SIZE grey values, 0 to 255
    byte[] frame(int frame) {
        double half = SIZE * SPACING / 2;
        var canvas = new Canvas(SIZE, SIZE, SPACING, -half, -half, 0);
        double beat = Math.sin(frame * 0.55);
        double swing = Math.cos(frame * 0.55);
        double front = (frame - 4) * 9.0;
        double wash =
                frame < frames * 0.55
                        ? 1
                        : Math.max(0, 1 - (frame - frames * 0.55) / (frames * 0.4));
        for (var v : tree) {
            double filled = Math.clamp((front - v.path()) / 22, 0, 1) * wash;
            if (filled <= 0) continue;
            double x = v.x() * (1 + 0.02 * beat) + 1.6 * swing;
            double y = v.y() * (1 + 0.035 * beat) + 2.2 * beat;
            canvas.disc(
                    x,
                    y,
                    v.radius(),
                    deepest(filled * Math.min(1, v.radius() / 1.5) * 105 + 10 * filled));
        }
        catheter(canvas);
        var out = new byte[SIZE * SIZE];
        for (int r = 0; r < SIZE; r++)
            for (int c = 0; c < SIZE; c++)
                out[r * SIZE + c] = (byte) grey(canvas, c, r, frame, beat);
        return out;
    }

    private static Canvas.Blend deepest(double absorbed) {
        return (below, coverage) -> Math.max(below, absorbed * coverage);
    }

    private static void catheter(Canvas canvas) {
        for (double t = 0; t < 1; t += 0.004) {
            double x = -8 - 26 * Math.sin(t * 1.9);
            double y = -46 - 30 * t;
            canvas.disc(x, y, 0.9, (below, coverage) -> Math.max(below, 34 * coverage));
        }
    }

    private int grey(Canvas canvas, int c, int r, int frame, double beat) {
        double x = canvas.left + c * SPACING;
        double y = canvas.top + r * SPACING;
        double lung = 26 * noise.fractal(x / 55 + 3, y / 55, 0.3, 3);
        double heart =
                Math.hypot((x - 8) / (46 + 2 * beat), (y - 6) / (52 + 2 * beat)) < 1 ? -13 : 0;
        double ribs = -7 * Math.max(0, Math.sin((y + 0.004 * x * x + 0.25 * x) / 5.4));
        double spine = Math.abs(x + 34) < 13 ? -16 - 5 * Math.max(0, Math.sin(y / 4.6)) : 0;
        double light = 182 + lung + heart + ribs + spine - canvas.values[r * SIZE + c];
        return Math.clamp(Math.round(light + 4.2 * grain.at(c, r, frame)), 0, 255);
    }
}
