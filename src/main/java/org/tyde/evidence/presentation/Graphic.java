package org.tyde.evidence.presentation;

import org.tyde.imaging.lut.Ink;

import java.util.List;
import java.util.Optional;

/// One figure of a presentation state (PS3.3 C.10.5.1.2).
///
/// @param kind what is drawn
/// @param points as many as the kind takes
/// @param filled whether its inside is filled
/// @param line how its line is drawn
/// @param fill colour of the inside; empty: that of the line
public record Graphic(
        Kind kind, List<Place> points, boolean filled, LineStyle line, Optional<Ink> fill) {
    /// Graphic Type (0070,0023).
    public enum Kind {
        /// One place.
        POINT(1, 1),
        /// Straight from point to point; closed where the last is the first.
        POLYLINE(2, Integer.MAX_VALUE),
        /// A smooth curve through the points; closed where the last is the first.
        INTERPOLATED(2, Integer.MAX_VALUE),
        /// Centre, and a place on the line.
        CIRCLE(2, 2),
        /// Both ends of the major axis, both ends of the minor.
        ELLIPSE(4, 4);

        private final int least;
        private final int most;

        Kind(int least, int most) {
            this.least = least;
            this.most = most;
        }

        /// @param points how many there are
        /// @return whether that makes one
        public boolean takes(int points) {
            return points >= least && points <= most;
        }
    }

    /// @param points copied
    /// @throws IllegalArgumentException when they are too few or too many
    public Graphic {
        points = List.copyOf(points);
        if (!kind.takes(points.size()))
            throw new IllegalArgumentException(kind + " of " + points.size() + " points");
    }

    /// @return whether the line ends where it begins
    public boolean closed() {
        return switch (kind) {
            case CIRCLE, ELLIPSE -> true;
            case POINT -> false;
            case POLYLINE, INTERPOLATED ->
                    points.size() > 2 && points.getFirst().equals(points.getLast());
        };
    }
}
