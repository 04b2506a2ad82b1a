package org.tyde.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A thorax in Hounsfield units, arms raised, with contrast in the vessels. Patient space: x to the left,
/// y to the back, z to the head, mm; z = 0 at the carina.
final class Thorax {
    static final double LOWEST = -150;
    static final double HIGHEST = 120;

    private static final double AIR = -1000;
    private static final double FAT = -98;
    private static final double MUSCLE = 55;
    private static final double BLOOD = 185;

    private static final Ellipsoid LIVER = new Ellipsoid(-52, -4, -178, 92, 92, 96);
    private static final Ellipsoid SPLEEN = new Ellipsoid(84, 38, -172, 48, 52, 72);
    private static final Ellipsoid HEART = new Ellipsoid(24, -32, -66, 56, 48, 62);

    private final double nodule;
    private final Noise noise = new Noise(41);
    private final Noise.Grain grain;
    private final double grainHu;
    private final List<VesselTree.Sphere> vessels;

    /// @param noduleDiameter of the nodule in the right upper lobe, mm
    /// @param grainBlur of the reconstruction: 2 soft, 0 sharp
    /// @param grainHu standard deviation in soft tissue, HU
    Thorax(double noduleDiameter, int grainBlur, double grainHu) {
        this.nodule = noduleDiameter;
        this.grain = Noise.grain(7 + grainBlur, grainBlur);
        this.grainHu = grainHu;
        this.vessels = grown();
    }

    /// Millimetres from the edge of the lung at a point, positive inside.
    static double lungDepth(double x, double y, double z) {
        double inner = Math.hypot(x / 133, (y - 4) / 89);
        if (inner > 1.02 || z > 111) return -1;
        double apex = z < 15 ? 1 : Math.sqrt(Math.max(0, 1 - Math.pow((z - 15) / 96, 2)));
        double u = (Math.abs(x) - 72) / (61 * apex + 0.01);
        double v = (y - 4) / (87 * apex + 0.01);
        double round = Math.pow(Math.pow(Math.abs(u), 2.7) + Math.pow(Math.abs(v), 2.7), 1 / 2.7);
        double wall = Math.min((1 - inner) * 90, (1.12 - round) * 60);
        double hilum =
                Math.abs(x) - (24 + 12 * Math.exp(-Math.pow((z + 2) / 30, 2)) - 0.04 * Math.abs(y));
        double heart = (HEART.measure(x, y, z) - 1.12) * 52;
        double dome =
                Math.min(
                        (LIVER.measure(x, y, z) - 1.02) * 92,
                        (SPLEEN.measure(x, y, z) - 1.05) * 60);
        return Math.min(Math.min(wall, hilum), Math.min(heart, dome));
    }

    static boolean inLung(double x, double y, double z) {
        return lungDepth(x, y, z) > 1.5;
    }

    private static List<VesselTree.Sphere> grown() {
        var all = new ArrayList<VesselTree.Sphere>();
        for (int side = -1; side <= 1; side += 2) {
            int s = side;
            var tree =
                    new VesselTree(
                            90 + side,
                            0.42,
                            0.11,
                            p -> inLung(p[0], p[1], p[2]) || Math.abs(p[0]) < 44);
            double[][] directions = {
                {0.7, -0.3, 0.9}, {0.8, 0.5, 0.7}, {1, -0.6, 0.1}, {0.9, 0.7, -0.3},
                {0.7, 0.3, -1}, {0.8, -0.3, -0.8}, {0.6, 0.8, -1}, {0.9, 0.05, 0.35},
                {0.5, 0.9, 0.4}, {0.4, -0.9, 0.5}, {0.9, 0.2, -0.6}
            };
            for (var d : directions)
                tree.grow(
                        new double[] {s * 34, 8, -4}, new double[] {s * d[0], d[1], d[2]}, 4.4, 26);
            for (var d :
                    new double[][] {
                        {0.4, 0.5, -1}, {0.8, 0.1, -1}, {0.5, 0.9, -0.7}, {0.9, -0.6, -0.9}
                    })
                tree.grow(
                        new double[] {s * 46, 26, -34},
                        new double[] {s * d[0], d[1], d[2]},
                        3.4,
                        30);
            all.addAll(tree.spheres());
        }
        all.sort(Comparator.comparingDouble(VesselTree.Sphere::z));
        return all;
    }

    List<VesselTree.Sphere> vessels() {
        return vessels;
    }

    /// @param z height of the slice's middle, mm
    /// @param canvas with x to the right and y downwards: seen from the feet, the patient's right on the
    ///     viewer's left
    void paint(Canvas canvas, double z, int image) {
        wall(canvas, z);
        lungs(canvas, z);
        mediastinum(canvas, z);
        abdomen(canvas, z);
        bones(canvas, z);
        finish(canvas, z, image);
    }

    /// Half width and half depth of the body at a height, mm.
    static double[] body(double z) {
        double shoulder = Math.max(0, (z - 60) / 60);
        double waist = Math.max(0, (-90 - z) / 120);
        return new double[] {178 + 26 * shoulder - 8 * waist, 118 - 14 * shoulder - 2 * waist};
    }

    private void wall(Canvas canvas, double z) {
        var b = body(z);
        canvas.ellipse(0, 4, b[0], b[1], 0, Canvas.over(40));
        canvas.ellipse(0, 4, b[0] - 1.8, b[1] - 1.8, 0, Canvas.over(FAT));
        canvas.ellipse(0, 5, b[0] - 20, b[1] - 14, 0, Canvas.over(MUSCLE));
        for (int s = -1; s <= 1; s += 2) {
            canvas.ellipse(s * 62, -92, 46, 11, s * 0.32, Canvas.over(z > -20 ? MUSCLE : FAT));
            canvas.ellipse(s * 146, 18, 10, 62, s * 0.1, Canvas.over(MUSCLE));
            canvas.ellipse(s * 38, 104, 30, 15, s * 0.15, Canvas.over(MUSCLE + 4));
            canvas.ellipse(s * 92, 88, 44, 9, s * -0.55, Canvas.over(FAT));
            canvas.ellipse(s * 96, 96, 42, 8, s * -0.55, Canvas.over(MUSCLE));
        }
        canvas.ellipse(0, 4, 139, 94, 0, Canvas.over(FAT + 20));
        canvas.ellipse(0, 4, 135, 91, 0, Canvas.over(MUSCLE - 10));
        canvas.ellipse(0, 158, 230, 14, 0, Canvas.over(-720));
        canvas.ellipse(0, 158, 227, 11, 0, Canvas.over(-930));
    }

    private void lungs(Canvas canvas, double z) {
        canvas.shape((x, y) -> lungDepth(x, y, z), Canvas.over(-868));
        int from = firstAbove(z - 7);
        for (int i = from; i < vessels.size() && vessels.get(i).z() < z + 7; i++) {
            var v = vessels.get(i);
            double dz = v.z() - z;
            double r2 = v.radius() * v.radius() - dz * dz;
            if (r2 > 0 && inLung(v.x(), v.y(), z))
                canvas.disc(v.x(), v.y(), Math.sqrt(r2), Canvas.over(v.radius() > 1.5 ? 150 : 60));
        }
        noduleAt(canvas, z);
    }

    private void noduleAt(Canvas canvas, double z) {
        double radius = nodule / 2;
        double dz = z - NODULE_Z;
        double r2 = radius * radius - dz * dz;
        if (r2 <= 0) return;
        canvas.ellipse(NODULE_X, NODULE_Y, Math.sqrt(r2), Math.sqrt(r2), 38);
    }

    static final double NODULE_X = -88;
    static final double NODULE_Y = 22;
    static final double NODULE_Z = 42;

    private int firstAbove(double z) {
        int low = 0;
        int high = vessels.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (vessels.get(middle).z() < z) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static void mediastinum(Canvas canvas, double z) {
        double wide = z > 40 ? 30 : 36;
        canvas.ellipse(0, 0, wide, 76, 0, Canvas.over(FAT + 12));
        canvas.ellipse(0, 62, 26, 34, 0, Canvas.over(MUSCLE - 12));
        double heart = HEART.section(z);
        if (heart > 0) {
            canvas.ellipse(24, -32, 60 * heart, 52 * heart, -0.45, Canvas.over(FAT + 6));
            canvas.ellipse(24, -32, 56 * heart, 48 * heart, -0.45, Canvas.over(95));
            canvas.ellipse(42, -26, 25 * heart, 19 * heart, -0.5, Canvas.over(BLOOD));
            canvas.ellipse(4, -46, 25 * heart, 17 * heart, -0.3, Canvas.over(BLOOD + 35));
            if (z > -70) canvas.ellipse(8, -8, 30 * heart, 14 * heart, 0.1, Canvas.over(BLOOD));
            if (z > -75)
                canvas.ellipse(-24, -30, 17 * heart, 22 * heart, 0.1, Canvas.over(BLOOD + 50));
        }
        greatVessels(canvas, z);
        airways(canvas, z);
        canvas.ellipse(7, 38, 8, 5.5, 40);
        canvas.ellipse(7, 38, 2, 1, -300);
    }

    private static void greatVessels(Canvas canvas, double z) {
        if (z < 36) canvas.ellipse(26, 55, 12.5, 12.5, BLOOD);
        if (z > -42 && z < 36) canvas.ellipse(-8 - z * 0.06, -26, 16, 15.5, BLOOD);
        if (z >= 30 && z < 52) {
            double t = (z - 41) / 11;
            double half = 8 + 6 * Math.sqrt(Math.max(0, 1 - t * t));
            for (int i = 0; i <= 24; i++) {
                double u = i / 24.0;
                canvas.ellipse(
                        -10 + 34 * u, -26 + 70 * u - 10 * Math.sin(Math.PI * u), half, half, BLOOD);
            }
        }
        if (z > -30 && z < 14) {
            canvas.ellipse(16, -24, 15, 14, BLOOD + 40);
            if (z > -16) {
                canvas.line(14, -18, 46, 12, 9, Canvas.over(BLOOD + 40));
                if (z < 4) canvas.line(8, -6, -44, 10, 9, Canvas.over(BLOOD + 40));
            }
        }
        if (z > -60) canvas.ellipse(-27, -16, 10, 9, z > -10 ? 320 : BLOOD + 30);
        if (z > 52) {
            canvas.ellipse(-14, -12, 7, 7, BLOOD);
            canvas.ellipse(8, 0, 5, 5, BLOOD);
            canvas.ellipse(23, 8, 6, 6, BLOOD);
            canvas.ellipse(14, -32, 9, 6, 0.4, Canvas.over(280));
        }
        for (var node :
                new double[][] {
                    {-14, 4, 20, 3.2}, {12, 16, 12, 3}, {-6, 22, -8, 4}, {18, 4, 26, 2.6}
                }) {
            double dz = z - node[2];
            double r2 = node[3] * node[3] - dz * dz / 2;
            if (r2 > 0) canvas.ellipse(node[0], node[1], Math.sqrt(r2) * 1.4, Math.sqrt(r2), 50);
        }
    }

    private static void airways(Canvas canvas, double z) {
        if (z > 0) {
            canvas.ellipse(-1, 14, 10.5, 9.5, 40);
            canvas.ellipse(-1, 14, 9, 8, AIR);
            return;
        }
        double drop = -z;
        if (drop < 55)
            for (int s = -1; s <= 1; s += 2) {
                double x = s * (6 + drop * (s < 0 ? 0.62 : 0.85));
                double r = Math.max(2.2, 7.5 - drop * 0.09);
                canvas.ellipse(x, 14 + drop * 0.16, r * 1.2 + 1.3, r + 1.3, 30);
                canvas.ellipse(x, 14 + drop * 0.16, r * 1.2, r, AIR);
            }
    }

    private void abdomen(Canvas canvas, double z) {
        double liver = LIVER.section(z);
        if (liver > 0) {
            canvas.ellipse(LIVER.x(), LIVER.y(), LIVER.a() * liver, LIVER.b() * liver, 112);
            for (int i = 0; i < 6; i++) {
                double angle = 0.9 * i + 0.2;
                double r = 26 + 9 * i;
                canvas.ellipse(
                        LIVER.x() + Math.cos(angle) * r * liver,
                        LIVER.y() + Math.sin(angle) * r * 0.8 * liver,
                        5,
                        2.6,
                        angle,
                        Canvas.over(158));
            }
        }
        double spleen = SPLEEN.section(z);
        if (spleen > 0) {
            canvas.ellipse(58, -24, 40 * spleen, 34 * spleen, 45);
            canvas.ellipse(56, -36, 30 * spleen, 18 * spleen, AIR + 40);
            canvas.ellipse(SPLEEN.x() + 16, SPLEEN.y(), 24 * spleen, 40 * spleen, 122);
        }
    }

    private static void bones(Canvas canvas, double z) {
        Ribcage.paint(canvas, z);
        double level = Math.floorMod((int) Math.round((z + 500) * 10), 250) / 10.0;
        boolean disc = level < 5;
        double waist = disc ? 1.04 : 0.92 + 0.08 * Math.abs(level - 15) / 10;
        canvas.ellipse(0, 76, 19 * waist, 15.5 * waist, disc ? 95 : 520);
        if (!disc) canvas.ellipse(0, 76, 17.2 * waist, 13.8 * waist, 205);
        canvas.ellipse(0, 99, 12, 11, 420);
        canvas.ellipse(0, 99, 8.6, 8, 25);
        canvas.ellipse(0, 99, 5, 4.2, 38);
        if (level > 8 && level < 21) {
            for (int s = -1; s <= 1; s += 2) {
                canvas.line(s * 10, 101, s * 33, 110, 4, Canvas.over(360));
                canvas.line(s * 10, 101, s * 31, 109, 2.4, Canvas.over(190));
            }
        }
        canvas.line(0, 108, 0, 128 - level * 0.3, 3.2, Canvas.over(380));
        canvas.line(0, 109, 0, 126 - level * 0.3, 1.8, Canvas.over(200));
        if (z < 60 && z > -95) {
            canvas.ellipse(0, -97 + (z + 20) * 0.05, 17, 6, 400);
            canvas.ellipse(0, -97 + (z + 20) * 0.05, 15.4, 4.4, 150);
        }
        if (z > 10) scapulae(canvas, z);
    }

    private static void scapulae(Canvas canvas, double z) {
        for (int s = -1; s <= 1; s += 2) {
            canvas.line(s * 82, 104, s * (118 + z * 0.1), 80 - z * 0.1, 3.4, Canvas.over(430));
            canvas.line(s * 82, 104, s * (117 + z * 0.1), 80 - z * 0.1, 1.6, Canvas.over(170));
            if (z > 78) {
                canvas.ellipse(s * 150, 34, 20, 20, 480);
                canvas.ellipse(s * 150, 34, 17, 17, 200);
            }
            if (z > 84 && z < 100) {
                canvas.line(s * 18, -62, s * 110, -20, 6, Canvas.over(500));
                canvas.line(s * 18, -62, s * 110, -20, 3.6, Canvas.over(190));
            }
        }
    }

    private void finish(Canvas canvas, double z, int image) {
        for (int r = 0; r < canvas.rows; r++) {
            double y = canvas.top + r * canvas.spacing;
            for (int c = 0; c < canvas.columns; c++) {
                int i = r * canvas.columns + c;
                double hu = canvas.values[i];
                double x = canvas.left + c * canvas.spacing;
                if (hu < -700 && hu > -960) hu += 18 * y / 80 + 26 * noise.at(x / 7, y / 7, z / 7);
                else if (hu > -200) hu += 5 * noise.at(x / 5, y / 5, z / 6);
                double density = hu < -950 ? 0.45 : hu < -600 ? 0.8 : 1;
                canvas.values[i] = (float) (hu + density * grainHu * grain.at(c, r, image));
            }
        }
    }
}
