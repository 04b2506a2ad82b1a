package org.tyde.samples;

/// One view of a breast: fibroglandular tissue in fat, ducts that run to the nipple, the pectoral muscle in
/// an oblique view, and a lesion where one is asked for. Twelve bits, dense bright, air black.
final class Mammogram {
    static final int COLUMNS = 1152;
    static final int ROWS = 1664;
    static final double SPACING = 0.11;

    private static final double HEIGHT = ROWS * SPACING;
    private final boolean right;
    private final boolean oblique;
    private final double lesion;
    private final Noise tissue;
    private final Noise.Grain grain;

    /// @param right the right breast: its chest wall stands at the right edge of the picture
    /// @param oblique mediolateral oblique instead of craniocaudal
    /// @param lesionDiameter of a spiculated mass, mm; 0 for none
    /// @param occasion changes the grain, not the breast
    Mammogram(boolean right, boolean oblique, double lesionDiameter, int occasion) {
        this.right = right;
        this.oblique = oblique;
        this.lesion = lesionDiameter;
        this.tissue = new Noise(oblique ? 301 : 300);
        this.grain = Noise.grain(600 + occasion * 8 + (right ? 4 : 0) + (oblique ? 2 : 0), 0);
    }

    /// @return ROWS x COLUMNS values, 0 to 4095
    short[] picture() {
        var out = new short[ROWS * COLUMNS];
        java.util.stream.IntStream.range(0, ROWS)
                .parallel()
                .forEach(
                        r -> {
                            for (int c = 0; c < COLUMNS; c++) {
                                double fromWall = (right ? COLUMNS - 1 - c : c) * SPACING;
                                double value = dense(fromWall, r * SPACING);
                                if (value > 0) value += 34 * grain.at(c, r, 0);
                                out[r * COLUMNS + c] =
                                        (short) Math.clamp(Math.round(value), 0, 4095);
                            }
                        });
        return out;
    }

    /// @param u millimetres from the chest wall
    /// @param v millimetres from the top
    private double dense(double u, double v) {
        double middle = oblique ? HEIGHT * 0.56 : HEIGHT * 0.5;
        double high = oblique ? (v < middle ? 104 : 66) : 74;
        double deep = oblique ? 96 : 92;
        double t = (v - middle) / high;
        double nipple = 2.4 * Math.exp(-Math.pow((v - middle - 6) / 3.4, 2));
        double edge = (1 - t * t) <= 0 ? -1 : deep * Math.pow(1 - t * t, 0.42) + nipple - u;
        if (oblique && v < middle) edge = Math.max(edge, 62 - u - v * 0.12);
        if (edge <= 0) return 0;
        double thick = 1 - Math.exp(-edge / 7);
        double value = 620 + 560 * thick + 70 * tissue.at(u / 30, v / 30, 1);
        if (edge < 1.6) value += 420 * (1 - edge / 1.6);
        value += gland(u, v, middle, deep, edge);
        if (oblique) value = muscle(u, v, value);
        return value + finding(u, v, middle);
    }

    private double gland(double u, double v, double middle, double deep, double edge) {
        double du = (u - deep * 0.56) / (deep * 0.36);
        double dv = (v - middle - 2) / 44;
        double region = Math.exp(-(du * du + dv * dv) * 1.1) * Math.min(1, edge / 12);
        double angle = Math.atan2(v - middle - 6, deep - u + 14);
        double radius = Math.hypot(v - middle - 6, deep - u + 14);
        double lobes = tissue.fractal(u / 17, v / 17, right ? 2.2 : 2, 4);
        double ducts = 1 - Math.abs(tissue.fractal(angle * 9, radius / 26, 5, 3)) * 3.4;
        double strands = 1 - Math.abs(tissue.fractal(u / 9 + 40, v / 9, right ? 7.3 : 7, 4)) * 5;
        double body = region * (760 + 1500 * Math.clamp(lobes + 0.12, 0, 0.6));
        double fibres =
                Math.max(0, strands) * 260 * (0.25 + region) + Math.max(0, ducts) * 240 * region;
        return body + fibres + 120 * tissue.fractal(u / 3, v / 3, 11, 3) * (0.3 + region);
    }

    private double muscle(double u, double v, double below) {
        double border = 52 - v * 0.46 + 2.5 * tissue.at(v / 22, 3, 9) - u;
        if (border <= -1) return below;
        double inside = Math.clamp(border + 0.5, 0, 1);
        double fibre = 70 * tissue.fractal((u + v * 0.5) / 7, (v - u) / 40, 13, 3);
        return below * (1 - inside) + inside * (2350 + fibre + Math.min(300, border * 10));
    }

    private double finding(double u, double v, double middle) {
        double value = 0;
        if (lesion > 0) {
            double du = u - 52;
            double dv = v - (oblique ? middle - 30 : middle - 20);
            double r = Math.hypot(du, dv);
            double angle = Math.atan2(dv, du);
            double reach = lesion / 2 * (1 + 0.12 * tissue.at(angle * 2, 4, 4));
            value += 900 / (1 + Math.exp((r - reach) * 2.4));
            double spikes =
                    Math.pow(Math.abs(Math.sin(angle * 8 + 2 * tissue.at(angle * 3, 1, 1))), 9);
            if (r < reach * 2.6)
                value +=
                        420
                                * spikes
                                * Math.exp(-(r - reach) / (lesion * 0.45))
                                * (r > reach ? 1 : 0);
            for (int i = 0; i < 9; i++) {
                double cu = du - 3 - 5 * tissue.at(i * 3.7, 1, 20);
                double cv = dv - 2 - 5 * tissue.at(i * 3.7, 9, 21);
                value += 1500 * Math.exp(-(cu * cu + cv * cv) / (0.025 + 0.012 * (i % 3)));
            }
        }
        return value;
    }
}
