package org.tyde.geometry;

import java.util.ArrayList;
import java.util.Optional;

/// Where one image cuts another: the reference line of the one on the other. Both must have one Frame of
/// Reference; that is the caller's to know.
///
/// @param from a place in the image that is cut
/// @param to another, the line being straight between them
public record PlaneCut(ImagePoint from, ImagePoint to) {
    /// Degrees between two planes below which a line would say more than is known.
    private static final double LEAST_ANGLE = 5;

    /// An image in the patient: a plane with an end.
    ///
    /// @param plane it lies in
    /// @param columns of it, at least 1
    /// @param rows of it, at least 1
    public record Extent(ImagePlane plane, int columns, int rows) {
        /// Refuses an image without pixels.
        public Extent {
            if (columns < 1 || rows < 1) throw new IllegalArgumentException(columns + "x" + rows);
        }

        private Point3 corner(int index) {
            boolean right = index == 1 || index == 2;
            return plane.toPatient(right ? columns - 0.5 : -0.5, index >= 2 ? rows - 0.5 : -0.5);
        }
    }

    /// @param image that is cut
    /// @param by the image that cuts it
    /// @return the line, as far as both images reach; empty where they do not meet, or are nearly parallel
    public static Optional<PlaneCut> of(Extent image, Extent by) {
        double cosine = Math.abs(image.plane.normal().dot(by.plane.normal()));
        if (cosine > Math.cos(Math.toRadians(LEAST_ANGLE))) return Optional.empty();
        var ends = new ArrayList<ImagePoint>();
        for (int i = 0; i < 4; i++) {
            var a = by.corner(i);
            var b = by.corner((i + 1) % 4);
            double above = image.plane.distanceAlongNormal(a);
            double below = image.plane.distanceAlongNormal(b);
            if (above < 0 == below < 0) continue;
            double along = above / (above - below);
            ends.add(image.plane.toImage(a.plus(b.minus(a).times(along))));
        }
        return ends.size() < 2
                ? Optional.empty()
                : clipped(image, new PlaneCut(ends.get(0), ends.get(1)));
    }

    /// The part that lies within the image (Liang and Barsky's way).
    private static Optional<PlaneCut> clipped(Extent image, PlaneCut whole) {
        double dc = whole.to.column() - whole.from.column();
        double dr = whole.to.row() - whole.from.row();
        double[] speed = {-dc, dc, -dr, dr};
        double[] room = {
            whole.from.column() + 0.5,
            image.columns - 0.5 - whole.from.column(),
            whole.from.row() + 0.5,
            image.rows - 0.5 - whole.from.row()
        };
        double first = 0;
        double last = 1;
        for (int i = 0; i < 4; i++) {
            if (speed[i] == 0) {
                if (room[i] < 0) return Optional.empty();
            } else if (speed[i] < 0) first = Math.max(first, room[i] / speed[i]);
            else last = Math.min(last, room[i] / speed[i]);
        }
        if (first >= last) return Optional.empty();
        return Optional.of(new PlaneCut(whole.at(first), whole.at(last)));
    }

    private ImagePoint at(double share) {
        return new ImagePoint(
                from.column() + share * (to.column() - from.column()),
                from.row() + share * (to.row() - from.row()));
    }
}
