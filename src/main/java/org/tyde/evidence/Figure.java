package org.tyde.evidence;

import org.tyde.geometry.ImagePoint;

import java.util.List;

/// A figure on one frame, as an SR draws it: an SCOORD content item (PS3.3 C.18.6).
///
/// @param graphic what joins the points
/// @param points at least as many as the graphic needs
/// @param image drawn on; names a frame where it has several
public record Figure(Graphic graphic, List<ImagePoint> points, InstanceReference image) {
    /// Graphic Type (0070,0023) of C.18.6.1.2.
    public enum Graphic {
        /// One place.
        POINT(1, 1),
        /// Places.
        MULTIPOINT(1, Integer.MAX_VALUE),
        /// Places joined in order; closed where the last is the first.
        POLYLINE(2, Integer.MAX_VALUE),
        /// Centre, and a place on the line.
        CIRCLE(2, 2),
        /// Ends of the major axis, then of the minor axis.
        ELLIPSE(4, 4);

        private final int least;
        private final int most;

        Graphic(int least, int most) {
            this.least = least;
            this.most = most;
        }

        /// @param points how many there are
        /// @return whether it can be drawn with so many
        boolean takes(int points) {
            return points >= least && points <= most;
        }
    }

    /// @throws IllegalArgumentException where the graphic cannot have so many points
    public Figure {
        points = List.copyOf(points);
        if (!graphic.takes(points.size()))
            throw new IllegalArgumentException(graphic + " of " + points.size() + " points");
    }

    /// @return whether it bounds an area
    public boolean closed() {
        return switch (graphic) {
            case CIRCLE, ELLIPSE -> true;
            case POLYLINE -> points.size() > 3 && points.getFirst().equals(points.getLast());
            case POINT, MULTIPOINT -> false;
        };
    }
}
