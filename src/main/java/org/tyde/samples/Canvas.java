package org.tyde.samples;

/// A picture in millimetres that shapes are painted on, one over the other, with soft edges of one pixel
/// (the partial volume of a real scanner). x grows to the right of the picture, y downwards.
final class Canvas {
    final int columns;
    final int rows;
    final double spacing;
    final double left;
    final double top;
    final float[] values;

    /// @param columns picture width, pixels
    /// @param rows picture height, pixels
    /// @param spacing millimetres between pixel centres
    /// @param left millimetres of the first column's centre
    /// @param top millimetres of the first row's centre
    /// @param value everywhere at first
    Canvas(int columns, int rows, double spacing, double left, double top, float value) {
        this.columns = columns;
        this.rows = rows;
        this.spacing = spacing;
        this.left = left;
        this.top = top;
        this.values = new float[columns * rows];
        java.util.Arrays.fill(values, value);
    }

    /// What a shape does to the value below it.
    interface Blend {
        double of(double below, double coverage);
    }

    static Blend over(double value) {
        return (below, coverage) -> below + coverage * (value - below);
    }

    static Blend plus(double value) {
        return (below, coverage) -> below + coverage * value;
    }

    void ellipse(double x, double y, double a, double b, double value) {
        ellipse(x, y, a, b, 0, over(value));
    }

    /// @param x centre, mm
    /// @param y centre, mm
    /// @param a half axis along the turned x, mm
    /// @param b half axis along the turned y, mm
    /// @param turn radians, clockwise on screen
    void ellipse(double x, double y, double a, double b, double turn, Blend blend) {
        if (!(a > 0 && b > 0)) return;
        double reach = Math.max(a, b) + spacing;
        int c0 = Math.max(0, (int) Math.floor((x - reach - left) / spacing));
        int c1 = Math.min(columns - 1, (int) Math.ceil((x + reach - left) / spacing));
        int r0 = Math.max(0, (int) Math.floor((y - reach - top) / spacing));
        int r1 = Math.min(rows - 1, (int) Math.ceil((y + reach - top) / spacing));
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        for (int r = r0; r <= r1; r++) {
            double dy = top + r * spacing - y;
            for (int c = c0; c <= c1; c++) {
                double dx = left + c * spacing - x;
                double u = (dx * cos + dy * sin) / a;
                double v = (dy * cos - dx * sin) / b;
                double d2 = u * u + v * v;
                if (d2 > 4) continue;
                double d = Math.sqrt(d2);
                double slope = d < 1e-9 ? 1 / Math.min(a, b) : Math.hypot(u / a, v / b) / d;
                double coverage = 0.5 - (d - 1) / (slope * spacing);
                if (coverage <= 0) continue;
                int i = r * columns + c;
                values[i] = (float) blend.of(values[i], Math.min(1, coverage));
            }
        }
    }

    /// A disc smaller than a pixel fades instead of vanishing.
    void disc(double x, double y, double radius, Blend blend) {
        double drawn = Math.max(radius, spacing * 0.6);
        double strength = Math.min(1, radius * radius / (drawn * drawn));
        ellipse(x, y, drawn, drawn, 0, (below, c) -> blend.of(below, c * strength));
    }

    /// A thick line with round ends.
    void line(double x0, double y0, double x1, double y1, double radius, Blend blend) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        int steps = Math.max(1, (int) Math.ceil(length / Math.max(radius * 0.5, spacing * 0.5)));
        for (int s = 0; s <= steps; s++) {
            double t = (double) s / steps;
            disc(x0 + t * (x1 - x0), y0 + t * (y1 - y0), radius, blend);
        }
    }

    /// A shape given as a function: positive inside, in millimetres from its edge.
    interface Inside {
        double depth(double x, double y);
    }

    void shape(Inside inside, Blend blend) {
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++) {
                double depth = inside.depth(left + c * spacing, top + r * spacing);
                double coverage = 0.5 + depth / spacing;
                if (coverage <= 0) continue;
                int i = r * columns + c;
                values[i] = (float) blend.of(values[i], Math.min(1, coverage));
            }
    }
}
