package org.tyde.samples;

/// A chest radiograph: the ray sum of the thorax, from the back or from the side, with a consolidation in
/// the left lower lobe. Twelve bits, bone bright.
final class ChestRadiograph {
    static final int COLUMNS = 1420;
    static final int ROWS = 1600;
    static final double SPACING = 0.25;

    private static final int COARSE = 4;
    private static final double TOP = 185;
    private static final double[] CONSOLIDATION = {78, 34, -86, 30, 26, 24};

    /// Which way the ray goes.
    enum View {
        /// From the back to the front; the patient's right on the viewer's left.
        PA,
        /// From the right to the left side; the front on the viewer's left.
        LATERAL
    }

    private final View view;
    private final Noise noise = new Noise(55);
    private final Noise.Grain grain;
    private final Thorax thorax;

    ChestRadiograph(View view) {
        this.view = view;
        this.grain = Noise.grain(view == View.PA ? 21 : 22, 1);
        this.thorax = new Thorax(0, 0, 0);
    }

    /// @return ROWS x COLUMNS values, 0 to 4095
    short[] picture() {
        var canvas = new Canvas(COLUMNS, ROWS, SPACING, -COLUMNS * SPACING / 2, 0, 0);
        soft(canvas);
        bones(canvas);
        vessels(canvas);
        var out = new short[ROWS * COLUMNS];
        for (int r = 0; r < ROWS; r++)
            for (int c = 0; c < COLUMNS; c++) {
                double water = canvas.values[r * COLUMNS + c];
                double dose = Math.exp(-water / 95);
                double value =
                        water < 6 ? 0 : 3900 * (1 - Math.exp(-Math.max(0, water - 30) / 105)) + 90;
                value += grain.at(c, r, 0) * (7 + 2.2 / Math.sqrt(dose));
                out[r * COLUMNS + c] = (short) Math.clamp(Math.round(value), 0, 4095);
            }
        return out;
    }

    /// Water-equivalent of the soft parts, summed along the ray on a coarse grid.
    private void soft(Canvas canvas) {
        int wide = COLUMNS / COARSE + 2;
        int high = ROWS / COARSE + 2;
        var coarse = new float[wide * high];
        java.util.stream.IntStream.range(0, high)
                .parallel()
                .forEach(
                        r -> {
                            double z = TOP - r * COARSE * SPACING;
                            for (int c = 0; c < wide; c++)
                                coarse[r * wide + c] =
                                        (float) ray(canvas.left + c * COARSE * SPACING, z);
                        });
        for (int r = 0; r < ROWS; r++)
            for (int c = 0; c < COLUMNS; c++) {
                int i = r / COARSE * wide + c / COARSE;
                double u = (c % COARSE) / (double) COARSE;
                double v = (r % COARSE) / (double) COARSE;
                double top = coarse[i] * (1 - u) + coarse[i + 1] * u;
                double below = coarse[i + wide] * (1 - u) + coarse[i + wide + 1] * u;
                canvas.values[r * COLUMNS + c] = (float) (top * (1 - v) + below * v);
            }
    }

    private double ray(double across, double z) {
        double step = 4;
        double sum = 0;
        for (double along = -205; along < 205; along += step) {
            double x = view == View.PA ? across : along;
            double y = view == View.PA ? along : across;
            sum += density(x, y, z) * step;
        }
        return view == View.PA ? sum : sum * 0.74;
    }

    private double density(double x, double y, double z) {
        var body = Thorax.body(Math.clamp(z, -150, 110));
        double narrow = z > 118 ? Math.max(0.32, 1 - (z - 118) / 60) : 1;
        if (Math.hypot(x / (body[0] * narrow), (y - 4) / body[1]) > 1) return 0;
        double depth = Thorax.lungDepth(x, y, z);
        if (z > 0 && Math.hypot(x + 1, y - 14) < 9) return 0;
        if (depth <= 0) return Math.hypot(x / 139, (y - 4) / 94) > 1 ? 0.93 : 1.02;
        double lung = 0.2 + 0.05 * noise.at(x / 9, y / 9, z / 9);
        double c =
                Math.hypot(
                        Math.hypot(
                                (x - CONSOLIDATION[0]) / CONSOLIDATION[3],
                                (y - CONSOLIDATION[1]) / CONSOLIDATION[4]),
                        (z - CONSOLIDATION[2]) / CONSOLIDATION[5]);
        double patch = Math.clamp(1.5 - c + 0.6 * noise.fractal(x / 16, y / 16, z / 16, 3), 0, 1);
        return lung + patch * 0.75;
    }

    private double across(double x, double y) {
        return view == View.PA ? x : y;
    }

    private void bones(Canvas canvas) {
        for (int side = -1; side <= 1; side += 2)
            for (int rib = 0; rib < 11; rib++)
                for (double angle = 0.2;
                        angle < (rib < 7 ? 2.45 : 2.1 - 0.2 * (rib - 6));
                        angle += 0.01) {
                    var p = Ribcage.wall(side, angle);
                    double row = TOP - Ribcage.height(rib, angle);
                    double front = angle > 1.6 ? 0.6 : 1;
                    canvas.disc(across(p[0], p[1]), row, 5.6, Canvas.plus(1.15 * front));
                    canvas.disc(across(p[0], p[1]), row, 4.4, Canvas.plus(-0.85 * front));
                }
        spine(canvas);
        if (view == View.PA) {
            for (int side = -1; side <= 1; side += 2) {
                canvas.line(side * 17, TOP - 96, side * 70, TOP - 112, 6.5, Canvas.plus(1.1));
                canvas.line(side * 70, TOP - 112, side * 148, TOP - 118, 6, Canvas.plus(0.9));
                canvas.line(side * 17, TOP - 96, side * 70, TOP - 112, 4.6, Canvas.plus(-0.8));
                canvas.line(side * 120, TOP - 118, side * 132, TOP - 8, 3, Canvas.plus(0.35));
                canvas.ellipse(side * 158, TOP - 92, 21, 21, 0, Canvas.plus(13));
            }
        } else {
            canvas.line(-103, TOP - 55, -108, TOP + 85, 6.5, Canvas.plus(0.35));
        }
    }

    private void spine(Canvas canvas) {
        for (int level = -1; level < 17; level++) {
            double row = TOP - 118 + level * 25;
            double middle = view == View.PA ? 0 : 76 - 6 * Math.sin(level * 0.32);
            canvas.shape(box(middle, row, 17.5, 10.4, 3), Canvas.plus(view == View.PA ? 20 : 15));
            canvas.shape(box(middle, row, 16, 8.8, 3), Canvas.plus(view == View.PA ? -6 : -4));
            if (view == View.PA) {
                for (int side = -1; side <= 1; side += 2) {
                    canvas.ellipse(side * 11, row - 4, 4, 4.6, 0, Canvas.plus(6));
                    canvas.line(side * 15, row - 4, side * 33, row - 7, 3.4, Canvas.plus(0.5));
                }
                canvas.ellipse(0, row + 8, 3.2, 7, 0, Canvas.plus(9));
            } else canvas.line(96, row + 2, 122, row + 14, 3.6, Canvas.plus(0.55));
        }
    }

    private static Canvas.Inside box(
            double x, double y, double halfWide, double halfHigh, double round) {
        return (px, py) -> {
            double dx = Math.abs(px - x) - halfWide + round;
            double dy = Math.abs(py - y) - halfHigh + round;
            return round
                    - Math.hypot(Math.max(0, dx), Math.max(0, dy))
                    - Math.min(0, Math.max(dx, dy));
        };
    }

    private void vessels(Canvas canvas) {
        for (var v : thorax.vessels())
            if (v.radius() > 0.5)
                canvas.disc(
                        across(v.x(), v.y()),
                        TOP - v.z(),
                        v.radius(),
                        Canvas.plus(0.62 * v.radius()));
    }
}
