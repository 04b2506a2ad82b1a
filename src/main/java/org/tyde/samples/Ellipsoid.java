package org.tyde.samples;

/// An ellipsoid with axes along x, y and z, mm.
record Ellipsoid(double x, double y, double z, double a, double b, double c) {
    /// How much of its section is left at a height: 1 in the middle, 0 outside.
    double section(double height) {
        double t = (height - z) / c;
        return Math.abs(t) >= 1 ? 0 : Math.sqrt(1 - t * t);
    }

    /// Below 1 inside.
    double measure(double px, double py, double pz) {
        double u = (px - x) / a;
        double v = (py - y) / b;
        double w = (pz - z) / c;
        return Math.sqrt(u * u + v * v + w * w);
    }

    void paint(Canvas canvas, double height, double value) {
        double s = section(height);
        if (s > 0) canvas.ellipse(x, y, a * s, b * s, value);
    }
}
