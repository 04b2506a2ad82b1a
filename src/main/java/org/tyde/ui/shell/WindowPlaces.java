package org.tyde.ui.shell;

import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.List;

/// Puts windows where they stood when Tyde was last closed, on screens that are there now.
///
/// @param keeper remembers
record WindowPlaces(WindowPlace.Keeper keeper) {
    void place(Stage stage, String name) {
        var mended = keeper.place(name).orElseGet(() -> first(name)).on(screens());
        stage.setX(mended.x());
        stage.setY(mended.y());
        stage.setWidth(mended.width());
        stage.setHeight(mended.height());
        stage.setMaximized(mended.maximised());
    }

    /// Where a window stands that never stood anywhere: all of a screen, images on the last one.
    private static WindowPlace first(String name) {
        var screens = screens();
        var screen = name.equals(ImageWindow.NAME) ? screens.getLast() : screens.getFirst();
        return new WindowPlace(screen.x(), screen.y(), screen.width(), screen.height(), true);
    }

    private static List<WindowPlace> screens() {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .map(
                        b ->
                                new WindowPlace(
                                        b.getMinX(),
                                        b.getMinY(),
                                        b.getWidth(),
                                        b.getHeight(),
                                        false))
                .toList();
    }

    void keep(Stage stage, String name) {
        keeper.keep(
                name,
                new WindowPlace(
                        stage.getX(),
                        stage.getY(),
                        stage.getWidth(),
                        stage.getHeight(),
                        stage.isMaximized()));
    }
}
