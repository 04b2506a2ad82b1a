package org.tyde.samples;

/// A head for magnetic resonance: which tissue is where, and how bright each is in each contrast. Patient
/// space: x to the left, y to the back, z to the head, mm; the origin lies between the thalami.
final class Head {
    private static final Noise FOLDS = new Noise(3);
    private static final Noise FINE = new Noise(11);

    /// What a point is made of.
    enum Tissue {
        AIR(0, 0, 0, 0),
        FAT(820, 620, 560, 840),
        BONE(60, 40, 45, 60),
        MARROW(520, 330, 300, 540),
        MUSCLE(300, 170, 200, 360),
        FLUID(130, 980, 60, 130),
        GREY(390, 470, 470, 400),
        WHITE(540, 340, 350, 545),
        DEEP(440, 400, 410, 450),
        LESION(380, 620, 760, 385),
        ENHANCING(430, 560, 640, 900),
        VESSEL(60, 40, 60, 960),
        EYE(160, 900, 140, 170);

        private final int t1;
        private final int t2;
        private final int flair;
        private final int gadolinium;

        Tissue(int t1, int t2, int flair, int gadolinium) {
            this.t1 = t1;
            this.t2 = t2;
            this.flair = flair;
            this.gadolinium = gadolinium;
        }

        int in(Contrast contrast) {
            return switch (contrast) {
                case T1 -> t1;
                case T2 -> t2;
                case FLAIR -> flair;
                case T1_GADOLINIUM -> gadolinium;
            };
        }
    }

    /// How the pictures are weighted.
    enum Contrast {
        T1,
        T2,
        FLAIR,
        T1_GADOLINIUM
    }

    private Head() {}

    /// Brightness at a point, without grain.
    ///
    /// @param across half a pixel along x and y or z, mm: four points are averaged
    static double at(Contrast contrast, double x, double y, double z, double across) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double d = (i & 1) == 0 ? across / 2 : -across / 2;
            double e = (i & 2) == 0 ? across / 2 : -across / 2;
            sum += point(contrast, x + d, y + e, z + d * e);
        }
        return sum / 4;
    }

    private static double point(Contrast contrast, double x, double y, double z) {
        var tissue = tissue(x, y, z);
        double texture = 1 + 0.03 * FINE.at(x / 3.1, y / 3.1, z / 3.1);
        double coil = 1 - 0.1 * (y + 20) / 110;
        return tissue.in(contrast) * texture * coil;
    }

    static Tissue tissue(double x, double y, double z) {
        double skin = ellipsoid(x, y + 4, z + 6, 78, 98, 98 + 20 * below(z));
        double face = ellipsoid(x, y + 52, z + 62, 62, 52, 62);
        double neck = Math.hypot(x / 58, (y - 20) / 60);
        boolean inside = skin < 1 || face < 1 || (z < -50 && neck < 1);
        if (!inside) return Tissue.AIR;
        double skull = ellipsoid(x, y + 2, z, 69, 87, 84);
        if (skull > 1) return outside(x, y, z, skin, skull);
        if (skull > 0.935) return skull > 0.955 && skull < 0.985 ? Tissue.MARROW : Tissue.BONE;
        return brain(x, y, z);
    }

    private static double below(double z) {
        return z < 0 ? 1 : 0;
    }

    private static Tissue outside(double x, double y, double z, double skin, double skull) {
        if (z < -18 && Math.hypot(Math.hypot(Math.abs(x) - 31, y + 72), z + 30) < 12.5)
            return Tissue.EYE;
        if (z < -22
                && z > -78
                && y < -48
                && Math.abs(x) < 34
                && FOLDS.at(x / 11, y / 11, z / 15) > -0.1)
            return Math.abs(Math.abs(x) - 8) < 2 ? Tissue.MUSCLE : Tissue.AIR;
        if (z < -40 && Math.hypot(x / 11, (y + 12) / 8) < 1) return Tissue.AIR;
        if (z < -50 && Math.hypot(x / 8, (y - 22) / 8) < 1) return Tissue.WHITE;
        if (z < -50 && Math.hypot(x / 12, (y - 22) / 12) < 1) return Tissue.FLUID;
        if (z < -50 && Math.hypot(x / 22, (y - 18) / 24) < 1) return Tissue.MARROW;
        if (skin > 0.985) return Tissue.MUSCLE;
        if (skin > 0.94 || z > -30) return skull < 1.04 ? Tissue.BONE : Tissue.FAT;
        return FOLDS.at(x / 9, y / 9, z / 9) > 0.25 ? Tissue.FAT : Tissue.MUSCLE;
    }

    private static Tissue brain(double x, double y, double z) {
        var inner = ventricles(x, y, z);
        if (inner != Tissue.AIR) return inner;
        double hind = ellipsoid(x, y - 42, z + 44, 52, 35, 27);
        if (hind < 1) return cerebellum(x, y, z, hind);
        if (ellipsoid(x, y - 4, z + 34, 15, 12, 13) < 1) return Tissue.DEEP;
        if (stem(x, y, z) < 9.5) return Tissue.WHITE;
        if (hind < 1.07 || stem(x, y, z) < 15 || (Math.abs(x) < 15 && z < -22 && y < 12 && y > -14))
            return Tissue.FLUID;
        double arch = Math.hypot((y - 2) / 37, (z - 5) / 22);
        if (Math.abs(x) < 13 && z > 5 && arch > 0.82 && arch < 1.1) return Tissue.WHITE;
        if (z < -44 && Math.abs(x) < 24 && y < 10) return y > -30 ? Tissue.MARROW : Tissue.BONE;
        double fissure = Math.abs(x + 1.2 * FOLDS.at(y / 14, z / 14, 5));
        if (fissure < 1.1 && arch > 1.1) return Tissue.FLUID;
        double surface =
                1
                        - ellipsoid(x, y + 2, z + 1, 63.5, 80, 77)
                        + 0.012 * FOLDS.at(x / 20, y / 20, z / 20);
        double folds =
                FOLDS.at(x / 9.5, y / 9.5, z / 9.5)
                        + 0.4 * FOLDS.at(x / 4.5 + 40, y / 4.5, z / 4.5);
        double sulcus = 0.21 - Math.abs(folds) * 0.75;
        double depth = Math.min(surface * 66, (fissure - 1) * (arch > 1.1 ? 1 : 6));
        double sylvian = Math.hypot((Math.abs(x) - 48) / 16, (y + 6 - z * 0.35) / 3.4);
        if (sylvian < 1 && z < 22 && z > -12) return Tissue.FLUID;
        if (depth < 0.6) return Tissue.FLUID;
        if (depth < 17 && sulcus > 0.13) return Tissue.FLUID;
        if (depth < 3.4 || (depth < 20 && sulcus > -0.02)) return Tissue.GREY;
        if (sylvian < 1.9 && Math.abs(z) < 24) return Tissue.GREY;
        return deep(x, y, z);
    }

    private static Tissue deep(double x, double y, double z) {
        double side = Math.abs(x);
        if (ellipsoid(side - 11, y - 8, z - 2, 8.5, 14, 10) < 1) return Tissue.DEEP;
        if (ellipsoid(side - 24, y + 8, z - 2, 7, 17, 13) < 1) return Tissue.DEEP;
        if (ellipsoid(side - 13, y + 26, z - 10, 6, 9, 12) < 1) return Tissue.DEEP;
        if (ellipsoid(x - 27, y - 24, z - 26, 6.5, 5, 5) < 1) return Tissue.ENHANCING;
        double spots = FINE.at(x / 6.5 + 9, y / 6.5, z / 6.5);
        if (spots > 0.72 && z > 12 && z < 40) return Tissue.LESION;
        if (ellipsoid(x - 27, y - 24, z - 26, 14, 12, 11) < 1 + 0.2 * spots) return Tissue.LESION;
        return Tissue.WHITE;
    }

    private static Tissue ventricles(double x, double y, double z) {
        double side = Math.abs(x);
        double lateral =
                ellipsoid(
                        side - 8.5 - Math.abs(y) * 0.09, y - 2, z - 17 + y * y * 0.004, 5.4, 36, 8);
        if (lateral < 1 && side > 1.2) return Tissue.FLUID;
        double horn = ellipsoid(side - 25, y - 34, z - 6, 5, 15, 7);
        if (horn < 1) return Tissue.FLUID;
        if (side < 1.9 && Math.abs(y - 4) < 14 && Math.abs(z) < 10) return Tissue.FLUID;
        if (ellipsoid(x, y - 27, z + 38, 9, 5, 9) < 1) return Tissue.FLUID;
        if (Math.hypot(side - 6, y + 34) < 2.1 && z < -6 && z > -24) return Tissue.VESSEL;
        if (Math.hypot(x, y - 76) < 3.2 && z > -10) return Tissue.VESSEL;
        return Tissue.AIR;
    }

    /// Distance from the axis of the brain stem, mm.
    private static double stem(double x, double y, double z) {
        double t = Math.clamp((-12 - z) / 68, 0, 1);
        return z > -8 ? 99 : Math.hypot(x, y - (2 + 20 * t));
    }

    private static Tissue cerebellum(double x, double y, double z, double m) {
        double leaves =
                Math.sin(0.95 * Math.hypot(y - 26, z + 34) + 0.8 * FOLDS.at(x / 9, y / 9, z / 9));
        if (m < 0.55 && Math.abs(x) > 6) return Tissue.WHITE;
        return leaves > 0.86 ? Tissue.FLUID : leaves > -0.1 ? Tissue.GREY : Tissue.WHITE;
    }

    private static double ellipsoid(double x, double y, double z, double a, double b, double c) {
        double u = x / a;
        double v = y / b;
        double w = z / c;
        return Math.sqrt(u * u + v * v + w * w);
    }
}
