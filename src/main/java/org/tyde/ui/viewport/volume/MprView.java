package org.tyde.ui.viewport.volume;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;

/// Three planes at right angles to one another through one place. They begin along the patient's axes: the
/// axial plane seen from the feet, the coronal one from the front, the sagittal one with anterior on the
/// viewer's left. The picture of a plane follows the patient, not the two other planes: turning those turns
/// their lines in it. Immutable.
///
/// @param cross where they meet, mm in the patient
/// @param left normal of the sagittal plane, length 1; the patient's left while nothing is turned
/// @param back normal of the coronal plane; the patient's back
/// @param up normal of the axial plane; the patient's head
public record MprView(Point3 cross, Vector3 left, Vector3 back, Vector3 up) {
    private static final double STEEP = 0.2;

    /// @param cross where the planes meet
    /// @return along the patient's axes
    public static MprView at(Point3 cross) {
        return new MprView(cross, new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
    }

    /// @param plane one of the three
    /// @return the way to the right of the screen, length 1
    public Vector3 across(AnatomicPlane plane) {
        var straight = new Vector3(1, 0, 0);
        return switch (plane) {
            case AXIAL -> within(straight, up, left);
            case CORONAL -> within(straight, back, left);
            case SAGITTAL -> within(new Vector3(0, 1, 0), left, back);
        };
    }

    /// The patient's direction laid into a plane; where it stands on the plane, another one in it.
    private static Vector3 within(Vector3 wanted, Vector3 normal, Vector3 otherwise) {
        var laid = wanted.plus(normal.times(-wanted.dot(normal)));
        return laid.length() < STEEP ? otherwise : laid.unit();
    }

    /// @param plane one of the three
    /// @return the way down the screen, length 1
    public Vector3 down(AnatomicPlane plane) {
        var across = across(plane);
        return switch (plane) {
            case AXIAL -> up.cross(across);
            case CORONAL -> back.cross(across);
            case SAGITTAL -> left.negated().cross(across);
        };
    }

    /// @param plane one of the three
    /// @return the way such planes are read: towards the feet, the back, the left
    public Vector3 inwards(AnatomicPlane plane) {
        return switch (plane) {
            case AXIAL -> up.negated();
            case CORONAL -> back;
            case SAGITTAL -> left;
        };
    }

    /// @param next where the planes are to meet
    /// @return moved there
    public MprView movedTo(Point3 next) {
        return new MprView(next, left, back, up);
    }

    /// Turns the two other planes about the way one looks at a plane.
    ///
    /// @param plane that stays as it is
    /// @param radians clockwise as seen on the screen
    /// @return turned
    public MprView turned(AnatomicPlane plane, double radians) {
        var axis = across(plane).cross(down(plane));
        return new MprView(
                cross,
                turn(left, axis, radians),
                turn(back, axis, radians),
                turn(up, axis, radians));
    }

    /// Rodrigues' rotation.
    private static Vector3 turn(Vector3 v, Vector3 axis, double radians) {
        double cos = Math.cos(radians);
        return v.times(cos)
                .plus(axis.cross(v).times(Math.sin(radians)))
                .plus(axis.times(axis.dot(v) * (1 - cos)))
                .unit();
    }

    /// @param plane one of the three
    /// @return degrees between it and the patient's plane of that name
    public double obliquity(AnatomicPlane plane) {
        var straight = at(cross);
        double cos = Math.abs(inwards(plane).dot(straight.inwards(plane)));
        return Math.toDegrees(Math.acos(Math.min(1, cos)));
    }
}
