package org.tyde.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.tyde.settings.Settings;
import org.tyde.settings.WindowPreset;
import org.tyde.ui.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The CT windows on the number keys, one line each. A line that says what comes with Tyde is not kept; a
/// line that no window can be is said in words and not kept either.
final class PresetsPane extends VBox {
    private final SettingsModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final List<PresetLine> lines = new ArrayList<>();
    private final Label wrong = new Label();

    PresetsPane(SettingsModel model, Messages messages, List<StandardPreset> standard) {
        this.model = model;
        this.messages = messages;
        words = messages.in(PresetsPane.class);
        getStyleClass().addAll("presets", "boxes");
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        grid.addRow(
                0,
                head("presets.key"),
                head("presets.name"),
                head("presets.width"),
                head("presets.level"));
        for (var one : standard) {
            var line = new PresetLine(one, words, this::keep);
            lines.add(line);
            line.into(grid);
        }
        wrong.getStyleClass().add("danger");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        var note = head("presets.note");
        note.setWrapText(true);
        var restore = new Button();
        restore.textProperty().bind(words.bind("presets.restore"));
        restore.setOnAction(_ -> restore());
        getChildren().addAll(note, grid, wrong, restore);
        model.settingsProperty().map(Settings::presets).subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private Label head(String key) {
        var label = new Label();
        label.getStyleClass().add("quiet");
        label.textProperty().bind(words.bind(key));
        return label;
    }

    private void show() {
        var set = model.settingsProperty().get().presets();
        for (var line : lines)
            line.show(
                    set.stream().filter(p -> p.key() == line.standard().key()).findFirst(),
                    messages.locale());
        say();
    }

    private void say() {
        wrong.setText(
                lines.stream()
                        .filter(PresetLine::wrong)
                        .map(l -> words.text("presets.wrong", l.standard().key()))
                        .findFirst()
                        .orElse(""));
    }

    private void keep(PresetLine line) {
        var typed = line.read(messages.locale());
        say();
        typed.ifPresent(preset -> put(line.standard().key(), preset));
    }

    private void put(int key, Optional<WindowPreset> preset) {
        model.change(
                s -> {
                    var all = new ArrayList<>(s.presets());
                    all.removeIf(p -> p.key() == key);
                    preset.ifPresent(all::add);
                    return s.withPresets(all);
                });
    }

    private void restore() {
        lines.forEach(PresetLine::forget);
        model.change(s -> s.withPresets(List.of()));
        show();
    }
}
