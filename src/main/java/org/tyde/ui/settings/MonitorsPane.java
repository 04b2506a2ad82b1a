package org.tyde.ui.settings;

import javafx.beans.binding.ObjectBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.tyde.settings.Monitor;
import org.tyde.ui.Desktop;
import org.tyde.ui.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The monitors there are, from left to right, each with its text size and its own size; below them the
/// ones that are not set, or not here now.
final class MonitorsPane extends VBox {
    private final SettingsModel model;
    private final Desktop desktop;
    private final Messages messages;
    private final List<MonitorPane> panes = new ArrayList<>();
    private Optional<ObjectBinding<Optional<Monitor>>> under = Optional.empty();

    MonitorsPane(SettingsModel model, Desktop desktop, Messages messages) {
        this.model = model;
        this.desktop = desktop;
        this.messages = messages;
        getStyleClass().add("monitors");
        desktop.monitors().addListener((ListChangeListener<Monitor>) _ -> show());
        sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .subscribe(window -> Optional.ofNullable(window).ifPresent(this::standOn));
        show();
    }

    private void standOn(Window window) {
        var binding = desktop.under(window);
        under = Optional.of(binding);
        binding.subscribe(_ -> mark());
    }

    private void mark() {
        var here = under.flatMap(ObjectBinding::get);
        panes.forEach(p -> p.here(here.isPresent() && here.equals(p.monitor())));
    }

    private void show() {
        panes.clear();
        var monitors = desktop.fromTheLeft();
        for (int i = 0; i < monitors.size(); i++) {
            var monitor = monitors.get(i);
            boolean main = monitor.equals(desktop.monitors().getFirst());
            panes.add(new MonitorPane(model, messages, monitor, i + 1, monitors.size(), main));
        }
        panes.add(new MonitorPane(model, messages));
        getChildren().setAll(panes);
        mark();
    }
}
