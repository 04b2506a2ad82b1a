package org.tyde.ui.viewport.state;

import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Turn;
import org.tyde.imaging.ImageToScreen;

/// Where an image lies in a viewport: how large, how turned, and where its centre is.
///
/// @param columns of the image, at least 1
/// @param rows of the image, at least 1
/// @param perColumn px of the scene graph for each column, positive
/// @param perRow px of the scene graph for each row, positive; differs where pixels are not square
/// @param turn rotation and mirror
/// @param centreX px from the viewport's left edge to the image's centre
/// @param centreY px from the viewport's top edge to the image's centre
public record Pose(
        int columns,
        int rows,
        double perColumn,
        double perRow,
        Turn turn,
        double centreX,
        double centreY) {
    /// Refuses an image without pixels or without size.
    public Pose {
        if (columns < 1 || rows < 1) throw new IllegalArgumentException(columns + "x" + rows);
        if (!(perColumn > 0) || !(perRow > 0))
            throw new IllegalArgumentException(perColumn + ", " + perRow);
    }

    /// @return px across the screen
    public double width() {
        return turn.sideways() ? rows * perRow : columns * perColumn;
    }

    /// @return px down the screen
    public double height() {
        return turn.sideways() ? columns * perColumn : rows * perRow;
    }

    /// @param image a place in the image
    /// @return where it stands in the viewport
    public ScreenPoint toScreen(ImagePoint image) {
        double c = (image.column() - (columns - 1) / 2.0) * perColumn;
        double r = (image.row() - (rows - 1) / 2.0) * perRow;
        return new ScreenPoint(
                centreX + turn.xx() * c + turn.xy() * r, centreY + turn.yx() * c + turn.yy() * r);
    }

    /// @param screen a place in the viewport, on the image or beside it
    /// @return where that is in the image
    public ImagePoint toImage(ScreenPoint screen) {
        double x = screen.x() - centreX;
        double y = screen.y() - centreY;
        // the turn is its own transpose's inverse
        double c = turn.xx() * x + turn.yx() * y;
        double r = turn.xy() * x + turn.yy() * y;
        return new ImagePoint(c / perColumn + (columns - 1) / 2.0, r / perRow + (rows - 1) / 2.0);
    }

    /// @param scale pixels of the device for each px of the scene graph
    /// @return the map the renderer draws by, in pixels of the device
    public ImageToScreen matrix(double scale) {
        double sc = perColumn * scale;
        double sr = perRow * scale;
        double xx = turn.xx() * sc;
        double xy = turn.xy() * sr;
        double yx = turn.yx() * sc;
        double yy = turn.yy() * sr;
        double halfColumns = (columns - 1) / 2.0;
        double halfRows = (rows - 1) / 2.0;
        return new ImageToScreen(
                xx,
                xy,
                yx,
                yy,
                centreX * scale - xx * halfColumns - xy * halfRows,
                centreY * scale - yx * halfColumns - yy * halfRows);
    }

    /// An image of which each pixel has the size of one of the device is put onto those pixels, by less than
    /// one of them: else each would be made of four.
    ///
    /// @param scale pixels of the device for each px of the scene graph
    /// @return the same, or put there
    public Pose onPixels(double scale) {
        if (Math.abs(perColumn * scale - 1) > 1e-9 || Math.abs(perRow * scale - 1) > 1e-9)
            return this;
        var map = matrix(scale);
        double dx = Math.floor(map.tx()) + 0.5 - map.tx();
        double dy = Math.floor(map.ty()) + 0.5 - map.ty();
        return movedBy(dx / scale, dy / scale);
    }

    /// @param dx px to the right
    /// @param dy px down
    /// @return moved so far
    public Pose movedBy(double dx, double dy) {
        return new Pose(columns, rows, perColumn, perRow, turn, centreX + dx, centreY + dy);
    }

    /// @param factor of the size
    /// @param about the place in the viewport that stays where it is
    /// @return larger or smaller
    public Pose zoomed(double factor, ScreenPoint about) {
        return new Pose(
                columns,
                rows,
                perColumn * factor,
                perRow * factor,
                turn,
                about.x() + (centreX - about.x()) * factor,
                about.y() + (centreY - about.y()) * factor);
    }
}
