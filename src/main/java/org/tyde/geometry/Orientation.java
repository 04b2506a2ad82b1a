package org.tyde.geometry;

/// Which way an image runs in the patient, wherever it lies (PS3.3 C.7.6.2.1.1).
///
/// @param row the way a row runs, that is in which the column number grows; length 1
/// @param column the way a column runs, that is in which the row number grows; length 1
public record Orientation(Vector3 row, Vector3 column) {
    /// How far the two directions may be from length 1 and from a right angle, as files round them.
    private static final double TOLERANCE = 0.01;

    /// @throws IllegalArgumentException when the directions are no unit vectors at a right angle
    public Orientation {
        boolean units =
                Math.abs(row.length() - 1) <= TOLERANCE
                        && Math.abs(column.length() - 1) <= TOLERANCE;
        if (!units || !(Math.abs(row.dot(column)) <= TOLERANCE))
            throw new IllegalArgumentException("no orientation: " + row + ", " + column);
        row = row.unit();
        column = column.unit();
    }

    /// @param six the values of Image Orientation (Patient) (0020,0037)
    /// @return the same
    /// @throws IllegalArgumentException when there are not 6, or they are no orientation
    public static Orientation of(double[] six) {
        if (six.length != 6) throw new IllegalArgumentException("an orientation has 6 values");
        return new Orientation(
                new Vector3(six[0], six[1], six[2]), new Vector3(six[3], six[4], six[5]));
    }

    /// @return the direction at a right angle to the image, length 1: rows cross columns
    public Vector3 normal() {
        return row.cross(column).unit();
    }
}
