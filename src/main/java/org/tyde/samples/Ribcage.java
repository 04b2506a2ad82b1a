package org.tyde.samples;

/// Twelve ribs a side, running round the chest wall and falling towards the front. An axial slice cuts
/// each obliquely.
final class Ribcage {
    private static final int RIBS = 11;
    private static final double HALF_WIDTH = 138;
    private static final double HALF_DEPTH = 94;
    private static final double FALL = 96;

    private Ribcage() {}

    /// Height of a rib's middle at an angle: 0 at the spine, pi at the breastbone.
    static double height(int rib, double angle) {
        return 158 - rib * 24 - FALL * Math.sin(angle / 2) * (0.6 + 0.04 * rib);
    }

    /// @return x and y of the chest wall at an angle, mm
    static double[] wall(int side, double angle) {
        return new double[] {side * HALF_WIDTH * Math.sin(angle), 4 + HALF_DEPTH * Math.cos(angle)};
    }

    static void paint(Canvas canvas, double z) {
        for (int side = -1; side <= 1; side += 2)
            for (int rib = 0; rib < RIBS; rib++) {
                double end = rib < 7 ? 2.5 : 2.5 - 0.22 * (rib - 6);
                for (double angle = 0.26; angle < end; angle += 0.012) {
                    double dz = z - height(rib, angle);
                    double section = 1 - dz * dz / 42;
                    if (section <= 0) continue;
                    var p = wall(side, angle);
                    double thick = 3.6 * Math.sqrt(section);
                    canvas.disc(p[0], p[1], thick, Canvas.over(430));
                }
                for (double angle = 0.28; angle < end - 0.02; angle += 0.012) {
                    double dz = z - height(rib, angle);
                    double section = 1 - dz * dz / 26;
                    if (section <= 0) continue;
                    var p = wall(side, angle);
                    canvas.disc(p[0], p[1], 2.1 * Math.sqrt(section), Canvas.over(170));
                }
            }
    }
}
