package org.tyde.geometry;

/// A way in the patient: millimetres, or no unit when it is a direction of length 1.
///
/// @param x towards the patient's left
/// @param y towards the patient's back
/// @param z towards the patient's head
public record Vector3(double x, double y, double z) {
    /// @param other another way
    /// @return first this one, then the other
    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    /// @param factor any number
    /// @return this way so many times as long
    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    /// @return the way back
    public Vector3 negated() {
        return new Vector3(-x, -y, -z);
    }

    /// @param other another way
    /// @return the scalar product
    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /// @param other another way
    /// @return the vector product, right-handed
    public Vector3 cross(Vector3 other) {
        return new Vector3(
                y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /// @return its length
    public double length() {
        return Math.sqrt(dot(this));
    }

    /// @return the same direction with length 1
    /// @throws ArithmeticException when the length is 0 or not finite
    public Vector3 unit() {
        double length = length();
        if (!(length > 0) || Double.isInfinite(length))
            throw new ArithmeticException("a vector of length " + length + " has no direction");
        return times(1 / length);
    }
}
