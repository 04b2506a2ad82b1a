package org.tyde.reading;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;

/// A length measured on a plane through a volume, and how the planes lay then, so that it can be found again.
///
/// @param id of it
/// @param stack id of the stack whose volume it was
/// @param plane on which of the three it was drawn
/// @param from mm in the patient
/// @param to mm in the patient
/// @param left normal of the sagittal plane then
/// @param back normal of the coronal plane then
/// @param up normal of the axial plane then
public record PlaneLength(
        String id,
        String stack,
        AnatomicPlane plane,
        Point3 from,
        Point3 to,
        Vector3 left,
        Vector3 back,
        Vector3 up) {
    /// @return mm
    public double millimetres() {
        return from.distance(to);
    }

    /// @return the place between its ends
    public Point3 middle() {
        return from.plus(to.minus(from).times(0.5));
    }

    /// @param place on a plane
    /// @param normal of that plane, length 1
    /// @param tolerance mm
    /// @return whether both ends lie in that plane
    public boolean lies(Point3 place, Vector3 normal, double tolerance) {
        return Math.abs(from.minus(place).dot(normal)) <= tolerance
                && Math.abs(to.minus(place).dot(normal)) <= tolerance;
    }
}
