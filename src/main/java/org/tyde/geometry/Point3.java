package org.tyde.geometry;

/// A place in the patient.
///
/// @param x millimetres, grows to the patient's left
/// @param y millimetres, grows to the patient's back
/// @param z millimetres, grows to the patient's head
public record Point3(double x, double y, double z) {
    /// Where the three axes meet.
    public static final Point3 ORIGIN = new Point3(0, 0, 0);

    /// @param v millimetres
    /// @return this place moved by it
    public Point3 plus(Vector3 v) {
        return new Point3(x + v.x(), y + v.y(), z + v.z());
    }

    /// @param from where to start
    /// @return the way from there to here
    public Vector3 minus(Point3 from) {
        return new Vector3(x - from.x, y - from.y, z - from.z);
    }

    /// @param other another place of the same frame of reference
    /// @return millimetres between the two
    public double distance(Point3 other) {
        return minus(other).length();
    }
}
