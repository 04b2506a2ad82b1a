package org.tyde.geometry;

/// The plane of an image in the patient (PS3.3 C.7.6.2.1.1).
///
/// @param position Image Position (Patient) (0020,0032): centre of the first pixel, mm, LPS
/// @param rowDirection the way a row runs, that is in which the column number grows; length 1
/// @param columnDirection the way a column runs, that is in which the row number grows; length 1
/// @param rowSpacing mm between the centres of neighbouring rows (first value of Pixel Spacing)
/// @param columnSpacing mm between the centres of neighbouring columns (second value)
public record ImagePlane(
        Point3 position,
        Vector3 rowDirection,
        Vector3 columnDirection,
        double rowSpacing,
        double columnSpacing) {
    /// How far the two directions may be from length 1 and from a right angle, as files round them.
    private static final double TOLERANCE = 0.01;

    /// @throws IllegalArgumentException when the directions are no unit vectors at a right angle or a
    ///     spacing is not positive
    public ImagePlane {
        if (!isUnit(rowDirection) || !isUnit(columnDirection))
            throw new IllegalArgumentException("an image's directions must have length 1");
        rowDirection = rowDirection.unit();
        columnDirection = columnDirection.unit();
        if (!(Math.abs(rowDirection.dot(columnDirection)) <= TOLERANCE))
            throw new IllegalArgumentException("an image's rows and columns must be orthogonal");
        if (!positive(rowSpacing) || !positive(columnSpacing))
            throw new IllegalArgumentException(
                    "spacing must be positive: " + rowSpacing + ", " + columnSpacing);
        if (!Double.isFinite(position.x() + position.y() + position.z()))
            throw new IllegalArgumentException("position must be finite: " + position);
    }

    private static boolean isUnit(Vector3 v) {
        return Math.abs(v.length() - 1) <= TOLERANCE;
    }

    private static boolean positive(double mm) {
        return mm > 0 && Double.isFinite(mm);
    }

    /// From the attributes as they stand in a data set.
    ///
    /// @param position the 3 values of Image Position (Patient) (0020,0032)
    /// @param orientation the 6 values of Image Orientation (Patient) (0020,0037)
    /// @param spacing the 2 values of Pixel Spacing (0028,0030): between rows, between columns
    /// @return the plane
    /// @throws IllegalArgumentException when there are too few values or they are no plane
    public static ImagePlane of(double[] position, double[] orientation, double[] spacing) {
        if (position.length != 3 || orientation.length != 6 || spacing.length != 2)
            throw new IllegalArgumentException("a plane needs 3, 6 and 2 values");
        return new ImagePlane(
                new Point3(position[0], position[1], position[2]),
                new Vector3(orientation[0], orientation[1], orientation[2]),
                new Vector3(orientation[3], orientation[4], orientation[5]),
                spacing[0],
                spacing[1]);
    }

    /// @param column zero-based; whole numbers are pixel centres
    /// @param row zero-based, grows downwards
    /// @return millimetres in the patient, LPS
    public Point3 toPatient(double column, double row) {
        return position.plus(rowDirection.times(column * columnSpacing))
                .plus(columnDirection.times(row * rowSpacing));
    }

    /// @param image a place in the image
    /// @return millimetres in the patient, LPS
    public Point3 toPatient(ImagePoint image) {
        return toPatient(image.column(), image.row());
    }

    /// @param patient a place in the patient, in the plane or beside it
    /// @return the foot of the perpendicular from it onto the plane
    public ImagePoint toImage(Point3 patient) {
        var way = patient.minus(position);
        double skew = rowDirection.dot(columnDirection);
        double a = way.dot(rowDirection);
        double b = way.dot(columnDirection);
        double d = 1 - skew * skew;
        return new ImagePoint((a - skew * b) / d / columnSpacing, (b - skew * a) / d / rowSpacing);
    }

    /// @return the direction at a right angle to the plane, length 1: rows cross columns
    public Vector3 normal() {
        return rowDirection.cross(columnDirection).unit();
    }

    /// @param patient a place in the patient
    /// @return signed millimetres from this plane to it along the normal
    public double distanceAlongNormal(Point3 patient) {
        return patient.minus(position).dot(normal());
    }

    /// @param other another image
    /// @param degrees how far the directions may differ
    /// @return whether rows and columns run the same way in both
    public boolean sameOrientation(ImagePlane other, double degrees) {
        double least = Math.cos(Math.toRadians(degrees));
        return rowDirection.dot(other.rowDirection) >= least
                && columnDirection.dot(other.columnDirection) >= least;
    }

    /// @return column, row and steps of 1 mm along the normal to the patient, as a map
    public Affine toPatientMap() {
        return new Affine(
                rowDirection.times(columnSpacing),
                columnDirection.times(rowSpacing),
                normal(),
                position);
    }
}
