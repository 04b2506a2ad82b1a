package org.tyde.app.cli;

import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.evidence.presentation.Presentation;
import org.tyde.geometry.Turn;
import org.tyde.hanging.Placement.Wall;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImageToScreen;
import org.tyde.reading.ViewState;
import org.tyde.reading.Zoom;
import org.tyde.ui.viewport.Posing;

import java.util.Optional;
import java.util.OptionalDouble;

/// How large a picture is, and where the image lies in it.
///
/// @param width px
/// @param height px
/// @param view image to picture
/// @param area displayed
record PictureLayout(int width, int height, ImageToScreen view, DisplayedArea area) {
    private static final int MOST = 16_384;

    /// The whole image, one pixel for each stored pixel, after rotation and flip.
    ///
    /// @param size width and height, the image in their middle; empty: of the image
    static PictureLayout ofStoredPixels(ImageHeader header, Turn turn, Optional<int[]> size) {
        int columns = header.columns();
        int rows = header.rows();
        int[] own = turn.sideways() ? new int[] {rows, columns} : new int[] {columns, rows};
        int width = size.orElse(own)[0];
        int height = size.orElse(own)[1];
        int degrees = turn.degreesAfterFlip();
        var view =
                ImageToScreen.centred(
                        columns, rows, width, height, 1, 1, turn.mirrored(), degrees, 0, 0);
        return new PictureLayout(width, height, view, DisplayedArea.whole(columns, rows));
    }

    /// As a viewport lays it, with the displayed area of a state.
    ///
    /// @param size width and height; empty: as many pixels as the displayed area has
    static PictureLayout of(ImageHeader header, Presentation shown, Optional<int[]> size) {
        var stated = shown.area().flatMap(a -> a.aspect().stream().boxed().findFirst());
        double aspect = stated.orElse(header.aspect());
        var whole = DisplayedArea.whole(header.columns(), header.rows());
        var area = shown.area().orElse(whole);
        int[] wanted = size.orElseGet(() -> sizeOf(area, aspect, shown.turn().sideways()));
        var posing =
                new Posing(
                        header.columns(),
                        header.rows(),
                        1,
                        aspect,
                        Wall.NONE,
                        OptionalDouble.empty(),
                        1,
                        OptionalDouble.empty(),
                        shown.area());
        var view = ViewState.FIRST.with(shown.turn()).with(new Zoom.OfState());
        var pose = posing.pose(view, wanted[0], wanted[1]);
        return new PictureLayout(wanted[0], wanted[1], pose.matrix(1), area);
    }

    private static int[] sizeOf(DisplayedArea area, double aspect, boolean sideways) {
        double factor =
                switch (area.size()) {
                    case DisplayedArea.Size.Magnify(double by) -> by;
                    case DisplayedArea.Size.ScaleToFit _, DisplayedArea.Size.TrueSize _ -> 1;
                };
        int across = (int) Math.clamp(Math.rint(area.columns() * factor), 1, MOST);
        int down = (int) Math.clamp(Math.rint(area.rows() * aspect * factor), 1, MOST);
        return sideways ? new int[] {down, across} : new int[] {across, down};
    }
}
