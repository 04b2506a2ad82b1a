package org.tyde.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where a window stands, in the pixels of the desktop.
///
/// @param x left edge
/// @param y top edge
/// @param width at least 1
/// @param height at least 1
/// @param maximised whether it fills its screen
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 360;

    /// Where a window with this place is to open now. As it was while the greater part of it lies on
    /// screens that are there; else moved whole onto one of them.
    ///
    /// @param screens that are there now, the main one first
    /// @return the place, mended
    public WindowPlace on(List<WindowPlace> screens) {
        double seen = screens.stream().mapToDouble(this::common).sum();
        if (seen * 2 >= width * height && titleReachable(screens)) return this;
        var home =
                screens.stream()
                        .max(Comparator.comparingDouble(this::common))
                        .filter(s -> common(s) > 0)
                        .or(() -> screens.stream().findFirst());
        return home.map(this::within).orElse(this);
    }

    private boolean titleReachable(List<WindowPlace> screens) {
        var title = new WindowPlace(x, y, width, 24, false);
        return screens.stream().anyMatch(s -> title.common(s) >= Math.min(width, 120) * 24);
    }

    private WindowPlace within(WindowPlace screen) {
        double w = Math.max(Math.min(LEAST_WIDTH, screen.width), Math.min(width, screen.width));
        double h = Math.max(Math.min(LEAST_HEIGHT, screen.height), Math.min(height, screen.height));
        double left = Math.clamp(x, screen.x, screen.x + screen.width - w);
        double top = Math.clamp(y, screen.y, screen.y + screen.height - h);
        return new WindowPlace(left, top, w, h, maximised);
    }

    private double common(WindowPlace other) {
        double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return w > 0 && h > 0 ? w * h : 0;
    }

    /// Keeps places from one start to the next.
    public interface Keeper {
        /// @param window its name
        /// @return where it stood, empty the first time
        Optional<WindowPlace> place(String window);

        /// @param window its name
        /// @param place where it stands; may be written later
        void keep(String window, WindowPlace place);
    }
}
