package org.tyde.evidence;

import org.tyde.geometry.Point3;

import java.util.List;

/// A figure in the space of a patient, as an SR draws it: an SCOORD3D content item (PS3.3 C.18.9).
///
/// @param graphic what joins the points
/// @param points at least as many as the graphic needs
/// @param frameOfReference Referenced Frame of Reference UID (3006,0024); places of others cannot be compared
public record SpaceFigure(Graphic graphic, List<Point3> points, String frameOfReference) {
    /// Graphic Type (0070,0023) of C.18.9.1.2, of what lies on one plane or is a place.
    public enum Graphic {
        /// One place.
        POINT,
        /// Places.
        MULTIPOINT,
        /// Places joined in order.
        POLYLINE,
        /// Places joined in order, the last with the first, on one plane.
        POLYGON,
        /// Ends of the major axis, then of the minor axis, on one plane.
        ELLIPSE
    }

    /// @throws IllegalArgumentException where the graphic cannot have so many points, or lies nowhere
    public SpaceFigure {
        points = List.copyOf(points);
        boolean fits =
                switch (graphic) {
                    case POINT -> points.size() == 1;
                    case MULTIPOINT -> !points.isEmpty();
                    case POLYLINE -> points.size() >= 2;
                    case POLYGON -> points.size() >= 3;
                    case ELLIPSE -> points.size() == 4;
                };
        if (!fits || frameOfReference.isBlank())
            throw new IllegalArgumentException(graphic + " of " + points.size() + " points");
    }
}
