package org.tyde.ui.viewport.volume;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.ui.viewport.state.ScreenPoint;

/// How one plane stands on the screen. Turning the other planes turns the lines in it, not its picture: the
/// picture of a plane follows its own directions.
///
/// @param plane which of the three
/// @param view the three
/// @param centre what the middle of the screen shows, beside the depth, which is that of the cross
/// @param mm for each px of the scene graph, positive
/// @param width px
/// @param height px
public record PlaneLook(
        AnatomicPlane plane, MprView view, Point3 centre, double mm, double width, double height) {
    /// @return what the middle of the screen shows, in the plane
    private Point3 middle() {
        var normal = view.inwards(plane);
        return centre.plus(normal.times(view.cross().minus(centre).dot(normal)));
    }

    /// @param at px
    /// @return mm in the patient, on the plane
    public Point3 toPatient(ScreenPoint at) {
        return middle().plus(view.across(plane).times((at.x() - width / 2) * mm))
                .plus(view.down(plane).times((at.y() - height / 2) * mm));
    }

    /// @param place mm in the patient
    /// @return where it stands, or where it would stand were it in the plane
    public ScreenPoint toScreen(Point3 place) {
        var way = place.minus(middle());
        return new ScreenPoint(
                width / 2 + way.dot(view.across(plane)) / mm,
                height / 2 + way.dot(view.down(plane)) / mm);
    }

    /// @param direction in the patient
    /// @return px for each mm of it, across and down
    public ScreenPoint along(Vector3 direction) {
        return new ScreenPoint(
                direction.dot(view.across(plane)) / mm, direction.dot(view.down(plane)) / mm);
    }

    /// @param scale pixels of the device for each px
    /// @return the plane of the picture that fills the screen, pixel by pixel of the device
    public ImagePlane pixels(double scale) {
        double each = mm / scale;
        double half = 0.5 / scale;
        return new ImagePlane(
                toPatient(new ScreenPoint(half, half)),
                view.across(plane),
                view.down(plane),
                each,
                each);
    }
}
