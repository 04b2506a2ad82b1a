package org.tyde.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.stage.Screen;
import javafx.stage.Window;

import org.tyde.settings.Monitor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The monitors of this desktop, and the one that each window stands on. Used on the JavaFX thread.
public final class Desktop {
    private final ObservableList<Monitor> monitors;

    /// @param monitors there are, the main one first; may change
    public Desktop(ObservableList<Monitor> monitors) {
        this.monitors = monitors;
    }

    /// @return the desktop as the system has it; follows when monitors come and go
    public static Desktop ofSystem() {
        var monitors = FXCollections.<Monitor>observableArrayList();
        Runnable read =
                () -> monitors.setAll(Screen.getScreens().stream().map(Desktop::monitor).toList());
        read.run();
        Screen.getScreens().addListener((ListChangeListener<Screen>) _ -> read.run());
        return new Desktop(monitors);
    }

    private static Monitor monitor(Screen screen) {
        var bounds = screen.getBounds();
        return new Monitor(
                (int) Math.round(bounds.getMinX()),
                (int) Math.round(bounds.getMinY()),
                (int) Math.max(1, Math.round(bounds.getWidth())),
                (int) Math.max(1, Math.round(bounds.getHeight())),
                screen.getOutputScaleX(),
                (int) Math.round(screen.getDpi()));
    }

    /// @return the monitors there are, the main one first
    public ObservableList<Monitor> monitors() {
        return monitors;
    }

    /// @return the monitors there are, from left to right, then from top to bottom
    public List<Monitor> fromTheLeft() {
        return monitors.stream()
                .sorted(Comparator.comparingInt(Monitor::x).thenComparingInt(Monitor::y))
                .toList();
    }

    /// @param window on screen or not yet
    /// @return the monitor that holds most of it; follows when it is moved; empty only where there is none
    public ObjectBinding<Optional<Monitor>> under(Window window) {
        return Bindings.createObjectBinding(
                () -> holder(window.getX(), window.getY(), window.getWidth(), window.getHeight()),
                window.xProperty(),
                window.yProperty(),
                window.widthProperty(),
                window.heightProperty(),
                monitors);
    }

    /// @return the monitor that holds most of a rectangle, the main one where none holds any
    private Optional<Monitor> holder(double x, double y, double width, double height) {
        var main = monitors.stream().findFirst();
        return monitors.stream()
                .max(Comparator.comparingDouble(m -> common(m, x, y, width, height)))
                .filter(m -> common(m, x, y, width, height) > 0)
                .or(() -> main);
    }

    private static double common(Monitor m, double x, double y, double width, double height) {
        double w = Math.min(x + width, m.x() + m.width()) - Math.max(x, m.x());
        double h = Math.min(y + height, m.y() + m.height()) - Math.max(y, m.y());
        return w > 0 && h > 0 ? w * h : 0;
    }
}
