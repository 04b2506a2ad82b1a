package org.tyde.imaging;

/// Where the image lies on the screen, an affine map:
/// `x = xx * column + xy * row + tx`, `y = yx * column + yy * row + ty`.
/// Image: column and row, whole numbers are pixel centres, rows grow downwards. Screen: pixels of the
/// viewport from its upper left corner, pixel (0,0) covers 0 to 1 in both directions, y grows downwards.
///
/// @param xx screen x for each column
/// @param xy screen x for each row
/// @param yx screen y for each column
/// @param yy screen y for each row
/// @param tx screen x of the centre of pixel (0,0)
/// @param ty screen y of the centre of pixel (0,0)
public record ImageToScreen(double xx, double xy, double yx, double yy, double tx, double ty) {
    /// One stored pixel on one screen pixel, upper left corners together.
    public static final ImageToScreen NATIVE = new ImageToScreen(1, 0, 0, 1, 0.5, 0.5);

    /// A place on the screen or in the image.
    ///
    /// @param x screen x or column
    /// @param y screen y or row
    public record Place(double x, double y) {}

    /// How a viewport shows an image: its centre in the middle of the viewport, then flipped left to right,
    /// then turned clockwise, then moved.
    ///
    /// @param columns of the image at full size
    /// @param rows of the image at full size
    /// @param width of the viewport in pixels
    /// @param height of the viewport in pixels
    /// @param zoomX screen pixels a column
    /// @param zoomY screen pixels a row; differs from `zoomX` where pixels are not square
    /// @param flipped mirrored left to right, before turning
    /// @param degrees clockwise
    /// @param panX screen pixels to the right
    /// @param panY screen pixels downwards
    /// @return the map
    public static ImageToScreen centred(
            int columns,
            int rows,
            double width,
            double height,
            double zoomX,
            double zoomY,
            boolean flipped,
            double degrees,
            double panX,
            double panY) {
        double sin = sin(degrees);
        double cos = sin(degrees + 90);
        double zx = flipped ? -zoomX : zoomX;
        double xx = cos * zx;
        double xy = -sin * zoomY;
        double yx = sin * zx;
        double yy = cos * zoomY;
        double c = (columns - 1) / 2.0;
        double r = (rows - 1) / 2.0;
        return new ImageToScreen(
                xx,
                xy,
                yx,
                yy,
                width / 2 + panX - xx * c - xy * r,
                height / 2 + panY - yx * c - yy * r);
    }

    /// The zoom that makes the whole image just fit.
    ///
    /// @param columns of the image
    /// @param rows of the image
    /// @param aspect height of a pixel over its width, 1 for square pixels
    /// @param degrees clockwise
    /// @param width of the viewport
    /// @param height of the viewport
    /// @return screen pixels a column; a row takes `aspect` times as many
    public static double fit(
            int columns, int rows, double aspect, double degrees, double width, double height) {
        double sin = Math.abs(sin(degrees));
        double cos = Math.abs(sin(degrees + 90));
        double tall = rows * aspect;
        return Math.min(
                width / (columns * cos + tall * sin), height / (columns * sin + tall * cos));
    }

    private static double sin(double degrees) {
        double quarter = ((degrees % 360) + 360) % 360 / 90;
        if (quarter == Math.rint(quarter))
            return switch ((int) quarter) {
                case 1 -> 1;
                case 3 -> -1;
                case 0, 2 -> 0;
                default -> throw new IllegalArgumentException("degrees " + degrees);
            };
        return Math.sin(Math.toRadians(degrees));
    }

    /// @param column whole numbers are pixel centres
    /// @param row whole numbers are pixel centres
    /// @return where it is on the screen
    public Place toScreen(double column, double row) {
        return new Place(xx * column + xy * row + tx, yx * column + yy * row + ty);
    }

    /// @param x screen pixels
    /// @param y screen pixels
    /// @return column and row
    public Place toImage(double x, double y) {
        double det = determinant();
        double dx = x - tx;
        double dy = y - ty;
        return new Place((yy * dx - xy * dy) / det, (xx * dy - yx * dx) / det);
    }

    /// @return the map from screen to image: `column = xx * x + xy * y + tx`, and so on
    public ImageToScreen inverse() {
        double det = determinant();
        double a = yy / det;
        double b = -xy / det;
        double c = -yx / det;
        double d = xx / det;
        return new ImageToScreen(a, b, c, d, -(a * tx + b * ty), -(c * tx + d * ty));
    }

    /// @return screen pixels that one image pixel covers, negative when mirrored
    public double determinant() {
        return xx * yy - xy * yx;
    }

    /// @return whether the image is seen mirrored
    public boolean mirrored() {
        return determinant() < 0;
    }

    /// @param level of resolution, whose pixel covers `2^level` full pixels in both directions
    /// @return the same place for a frame of that level
    public ImageToScreen atLevel(int level) {
        double s = 1 << level;
        double o = (s - 1) / 2;
        return new ImageToScreen(
                xx * s, xy * s, yx * s, yy * s, xx * o + xy * o + tx, yx * o + yy * o + ty);
    }
}
