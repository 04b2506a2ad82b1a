package org.tyde.samples;

/// A fetal-like ultrasound: a fan of speckle with the head of a fetus, its midline, a beating heart, in RGB
/// with a grey wedge and a depth scale, as machines store it.
final class Ultrasound {
    static final int COLUMNS = 640;
    static final int ROWS = 480;

    /// Millimetres a pixel inside the fan.
    static final double SPACING = 0.32;

    static final int FAN_TOP = 34;
    static final int FAN_LEFT = 96;
    static final int FAN_RIGHT = 560;
    static final int FAN_BOTTOM = 462;

    private static final double APEX_X = 320;
    private static final double APEX_Y = -60;
    private final Noise noise = new Noise(77);

    /// What the probe looks at.
    enum Plane {
        HEAD,
        ABDOMEN,
        HEART
    }

    /// @param plane what is seen
    /// @param time seconds
    /// @return ROWS x COLUMNS x 3 samples, 0 to 255
    byte[] frame(Plane plane, double time) {
        var out = new byte[ROWS * COLUMNS * 3];
        for (int r = 0; r < ROWS; r++)
            for (int c = 0; c < COLUMNS; c++) {
                double grey = fan(plane, c, r, time);
                int i = 3 * (r * COLUMNS + c);
                double flow = plane == Plane.HEART ? flow(c, r, time) : 0;
                out[i] = channel(grey + Math.max(0, flow) * 200);
                out[i + 1] = channel(grey * (1 - Math.abs(flow) * 0.6));
                out[i + 2] = channel(grey + Math.max(0, -flow) * 200);
            }
        furniture(out);
        return out;
    }

    private static byte channel(double v) {
        return (byte) Math.clamp(Math.round(v), 0, 255);
    }

    private double fan(Plane plane, int c, int r, double time) {
        double dx = c - APEX_X;
        double dy = r - APEX_Y;
        double radius = Math.hypot(dx, dy);
        double angle = Math.atan2(dx, dy);
        if (radius < 98 || radius > 520 || Math.abs(angle) > 0.62) return 0;
        double echo = echo(plane, c, r, time);
        double speckle =
                Math.abs(noise.at(radius / 1.7, angle * 190, time * 3))
                        + 0.6 * Math.abs(noise.at(radius / 2.9 + 70, angle * 110, time * 3));
        double depth = 1.06 - 0.45 * (radius - 98) / 422;
        double edge = Math.min(1, Math.min((radius - 98) / 5, (0.62 - Math.abs(angle)) * 60));
        return 255 * edge * depth * Math.pow(Math.clamp(echo * (0.35 + 1.15 * speckle), 0, 1), 0.8);
    }

    private double echo(Plane plane, int c, int r, double time) {
        double sway = 4 * Math.sin(time * 0.9);
        double x = c - 322 - sway;
        double y = r - 250 - 2 * Math.sin(time * 1.3);
        double wall =
                r < 120 + 9 * Math.sin(c / 60.0)
                        ? 0.42 + 0.12 * noise.at(c / 30.0, r / 6.0, 2)
                        : 0.03;
        double back =
                r > 398 + 14 * Math.sin(c / 47.0 + 1)
                        ? 0.36 + 0.1 * noise.at(c / 25.0, r / 9.0, 4)
                        : 0;
        double echo = Math.max(wall, back);
        double tilt = -0.16;
        double u = x * Math.cos(tilt) + y * Math.sin(tilt);
        double v = y * Math.cos(tilt) - x * Math.sin(tilt);
        return switch (plane) {
            case HEAD -> head(u, v, echo);
            case ABDOMEN -> abdomen(u, v, echo);
            case HEART -> chest(u, v, echo, time);
        };
    }

    private double head(double u, double v, double below) {
        double m = Math.hypot(u / 138, v / 108);
        if (m > 1.06) return below;
        if (m > 0.955) return 0.55 + 0.5 * Math.abs(v) / (Math.abs(u) + Math.abs(v) + 1);
        double echo = 0.13 + 0.04 * noise.at(u / 24, v / 24, 1);
        if (Math.abs(v) < 1.6 && Math.abs(u) < 112 && Math.abs(u + 44) > 15) echo = 0.62;
        if (Math.hypot((u + 44) / 15, v / 9) < 1) echo = 0.05;
        if (Math.hypot((u - 16) / 21, (Math.abs(v) - 17) / 12) < 1) echo = 0.1;
        double ventricle = Math.hypot((u - 58) / 34, (Math.abs(v) - 44) / 9);
        if (ventricle < 1) echo = ventricle < 0.45 ? 0.5 : 0.03;
        double cerebellum = Math.hypot((u + 96) / 17, (Math.abs(v) - 22) / 18);
        if (cerebellum < 1) echo = 0.24;
        double folds = Math.abs(noise.at(u / 17, v / 17, 9));
        if (m > 0.72 && folds < 0.08) echo = 0.36;
        return echo;
    }

    private double abdomen(double u, double v, double below) {
        double m = Math.hypot(u / 118, v / 112);
        if (m > 1.04) return below;
        if (m > 0.97) return 0.6;
        double echo = 0.24 + 0.06 * noise.at(u / 15, v / 15, 6);
        if (Math.hypot((u + 46) / 22, (v - 14) / 18) < 1) echo = 0.02;
        if (Math.hypot(u - 74, v) < 15) echo = 0.7 - 0.03 * Math.hypot(u - 74, v);
        if (Math.abs(v + 0.4 * u - 12) < 4 && u < 20 && u > -30) echo = 0.04;
        return echo;
    }

    private double chest(double u, double v, double below, double time) {
        double m = Math.hypot(u / 124, v / 112);
        if (m > 1.04) return below;
        if (m > 0.97) return 0.6;
        double beat = 1 + 0.12 * Math.sin(time * 2 * Math.PI * 2.35);
        double echo = 0.2 + 0.05 * noise.at(u / 12, v / 12, 3);
        double heart = Math.hypot((u + 8) / 54, v / 44);
        if (heart < 1) echo = 0.4;
        for (int s = -1; s <= 1; s += 2) {
            if (Math.hypot((u + 26) / (21 * beat), (v + s * 17) / (13 * beat)) < 1) echo = 0.02;
            if (Math.hypot((u - 22) / (15 / beat), (v + s * 15) / (12 / beat)) < 1) echo = 0.02;
        }
        if (Math.hypot(u - 86, v) < 12) echo = 0.75;
        return echo;
    }

    private double flow(int c, int r, double time) {
        double u = c - 322 - 4 * Math.sin(time * 0.9) + 26;
        double v = r - 250;
        double pulse = Math.max(0, Math.sin(time * 2 * Math.PI * 2.35));
        double inside = Math.exp(-(u * u) / 500 - Math.pow(Math.abs(v) - 17, 2) / 90);
        return inside * pulse * Math.signum(v) * (0.75 + 0.25 * noise.at(u / 6, v / 6, time * 4));
    }

    private static void furniture(byte[] out) {
        for (int r = 90; r < 330; r++)
            for (int c = 20; c < 32; c++) {
                int i = 3 * (r * COLUMNS + c);
                byte grey = (byte) (255 - (r - 90) * 255 / 240);
                out[i] = grey;
                out[i + 1] = grey;
                out[i + 2] = grey;
            }
        double tick = 10 / SPACING;
        for (int n = 0; n * tick + FAN_TOP < FAN_BOTTOM; n++) {
            int r = (int) Math.round(FAN_TOP + n * tick);
            for (int c = 600; c < (n % 5 == 0 ? 614 : 607); c++) {
                int i = 3 * (r * COLUMNS + c);
                out[i] = (byte) 200;
                out[i + 1] = (byte) 200;
                out[i + 2] = (byte) 200;
            }
        }
    }
}
