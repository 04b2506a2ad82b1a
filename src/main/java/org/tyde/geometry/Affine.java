package org.tyde.geometry;

/// A map of patient space onto itself: `x' = xAxis·x + yAxis·y + zAxis·z + origin`.
///
/// @param xAxis where one step along x goes
/// @param yAxis where one step along y goes
/// @param zAxis where one step along z goes
/// @param origin where (0, 0, 0) goes, mm
public record Affine(Vector3 xAxis, Vector3 yAxis, Vector3 zAxis, Point3 origin) {
    /// Leaves everything where it is.
    public static final Affine IDENTITY =
            new Affine(
                    new Vector3(1, 0, 0),
                    new Vector3(0, 1, 0),
                    new Vector3(0, 0, 1),
                    Point3.ORIGIN);

    /// @param way millimetres
    /// @return the map that moves everything by it
    public static Affine shift(Vector3 way) {
        return new Affine(IDENTITY.xAxis, IDENTITY.yAxis, IDENTITY.zAxis, Point3.ORIGIN.plus(way));
    }

    /// @param p a place before the map
    /// @return the same place after it
    public Point3 apply(Point3 p) {
        return origin.plus(apply(new Vector3(p.x(), p.y(), p.z())));
    }

    /// @param v a way before the map
    /// @return the same way after it; not moved by the origin
    public Vector3 apply(Vector3 v) {
        return xAxis.times(v.x()).plus(yAxis.times(v.y())).plus(zAxis.times(v.z()));
    }

    /// @param first the map that comes before this one
    /// @return both in one
    public Affine after(Affine first) {
        return new Affine(
                apply(first.xAxis), apply(first.yAxis), apply(first.zAxis), apply(first.origin));
    }

    /// @return how many times larger a volume becomes; negative when it is mirrored
    public double determinant() {
        return xAxis.dot(yAxis.cross(zAxis));
    }

    /// @return the map back
    /// @throws ArithmeticException when there is none
    public Affine inverse() {
        double d = determinant();
        if (Math.abs(d) < 1e-12) throw new ArithmeticException("the map has no inverse");
        var r0 = yAxis.cross(zAxis).times(1 / d);
        var r1 = zAxis.cross(xAxis).times(1 / d);
        var r2 = xAxis.cross(yAxis).times(1 / d);
        var linear =
                new Affine(
                        new Vector3(r0.x(), r1.x(), r2.x()),
                        new Vector3(r0.y(), r1.y(), r2.y()),
                        new Vector3(r0.z(), r1.z(), r2.z()),
                        Point3.ORIGIN);
        var back = linear.apply(origin.minus(Point3.ORIGIN)).negated();
        return new Affine(linear.xAxis, linear.yAxis, linear.zAxis, Point3.ORIGIN.plus(back));
    }
}
