package org.tyde.ui.viewport;

import org.tyde.evidence.presentation.DisplayedArea;
import org.tyde.hanging.Placement;
import org.tyde.imaging.PixelSpacing;
import org.tyde.reading.ViewState;
import org.tyde.reading.ViewportState;
import org.tyde.ui.viewport.state.Pose;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/// The piece of the monitor a viewport has: its size, in px of the scene graph and pixels of the device, and
/// where an image lies on it. Used on the JavaFX thread.
final class Glass {
    /// Of a device pixel: what the scene graph's px may be off by, being decimal.
    private static final double ROUNDING = 1e-6;

    private final Supplier<OptionalDouble> monitorPixelMm;
    private final Supplier<ViewportState> state;
    private final Function<FrameFeed.Ready, Optional<DisplayedArea>> area;
    private Function<String, OptionalDouble> sharedFit = _ -> OptionalDouble.empty();
    private double width;
    private double height;
    private double scale = 1;

    /// @param monitorPixelMm mm from pixel to pixel of the monitor, where known
    /// @param state what the viewport shows
    /// @param area that the presentation state which is on shows of a frame
    Glass(
            Supplier<OptionalDouble> monitorPixelMm,
            Supplier<ViewportState> state,
            Function<FrameFeed.Ready, Optional<DisplayedArea>> area) {
        this.monitorPixelMm = monitorPixelMm;
        this.state = state;
        this.area = area;
    }

    /// @param ofGroup px for each mm that a scale group fits at
    void shareFit(Function<String, OptionalDouble> ofGroup) {
        sharedFit = ofGroup;
    }

    /// @param w px of the scene graph
    /// @param h px of the scene graph
    /// @param deviceScale pixels of the device for each of them
    /// @return whether that is another size than before
    boolean resize(double w, double h, double deviceScale) {
        if (w == width && h == height && deviceScale == scale) return false;
        width = w;
        height = h;
        scale = deviceScale;
        return true;
    }

    /// @return whether there is too little of it for a picture
    boolean none() {
        return width < 1 || height < 1;
    }

    /// @return pixels of the device for each px of the scene graph
    double scale() {
        return scale;
    }

    /// @return pixels of the device across, at least 1
    int deviceWidth() {
        return (int) Math.max(1, Math.ceil(width * scale - ROUNDING));
    }

    /// @return pixels of the device down, at least 1
    int deviceHeight() {
        return (int) Math.max(1, Math.ceil(height * scale - ROUNDING));
    }

    /// @return its lower right corner, px
    ScreenPoint corner() {
        return new ScreenPoint(width, height);
    }

    /// @return its middle, px
    ScreenPoint middle() {
        return new ScreenPoint(width / 2, height / 2);
    }

    /// @param of a frame that is here
    /// @param view how it is looked at
    /// @return where its image lies
    Pose pose(FrameFeed.Ready of, ViewState view) {
        var group = group().filter(_ -> spacing(of).isPresent());
        var shared = group.map(sharedFit).orElse(OptionalDouble.empty());
        return posing(of, shared).pose(view, width, height).onPixels(scale);
    }

    /// @param of a frame that is here
    /// @param group of placements that share a scale
    /// @return px for each mm at which this one's image fits; empty where it is not of the group
    OptionalDouble ownFit(FrameFeed.Ready of, String group) {
        if (none() || spacing(of).isEmpty() || !group().equals(Optional.of(group)))
            return OptionalDouble.empty();
        var alone = posing(of, OptionalDouble.empty());
        return OptionalDouble.of(alone.fit(state.get().view(), width, height));
    }

    private Optional<String> group() {
        return state.get().placement().flatMap(Placement::scale);
    }

    private static Optional<PixelSpacing> spacing(FrameFeed.Ready of) {
        return of.header().spacing(of.key().frame());
    }

    private Posing posing(FrameFeed.Ready of, OptionalDouble shared) {
        var spacing = spacing(of);
        double column = spacing.map(PixelSpacing::column).orElse(1.0);
        double row = spacing.map(PixelSpacing::row).orElse(of.header().aspect());
        var shown = area.apply(of);
        var aspect = shown.map(DisplayedArea::aspect).orElse(OptionalDouble.empty());
        boolean lengths =
                spacing.isPresent()
                        || shown.filter(a -> a.size() instanceof DisplayedArea.Size.TrueSize)
                                .isPresent();
        return new Posing(
                of.frame().fullColumns(),
                of.frame().fullRows(),
                column,
                aspect.isPresent() ? column * aspect.getAsDouble() : row,
                state.get().placement().map(Placement::wall).orElse(Placement.Wall.NONE),
                shared,
                1 / scale,
                lengths ? pxPerMillimetre() : OptionalDouble.empty(),
                shown);
    }

    private OptionalDouble pxPerMillimetre() {
        var pixel = monitorPixelMm.get();
        return pixel.isEmpty() ? pixel : OptionalDouble.of(1 / (pixel.getAsDouble() * scale));
    }
}
