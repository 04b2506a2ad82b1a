package org.tyde.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.tyde.settings.Station;
import org.tyde.ui.Messages;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// This workstation on the DICOM network: how archives call it, and where it receives.
final class StationForm {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final SettingsModel model;
    private final Messages.Room words;
    private final TextField title = new TextField();
    private final TextField port = new TextField();
    private final TextField senders = new TextField();
    private final Label said = new Label();

    StationForm(SettingsModel model, Messages messages) {
        this.model = model;
        words = messages.in(StationForm.class);
        var now = model.settingsProperty().get().station();
        title.setText(now.aeTitle());
        now.port().ifPresent(p -> port.setText(String.valueOf(p)));
        senders.setText(String.join(", ", now.senders()));
        senders.promptTextProperty().bind(words.bind("station.senders.none"));
        port.promptTextProperty().bind(words.bind("station.port.none"));
        said.getStyleClass().add("danger");
        said.setWrapText(true);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        for (var field : List.of(title, port, senders)) {
            field.setOnAction(_ -> keep());
            field.focusedProperty()
                    .subscribe(
                            (was, is) -> {
                                if (was && !is) keep();
                            });
        }
    }

    void into(FormGrid grid) {
        grid.row("station.title", title);
        grid.row("station.port", port);
        grid.row("station.senders", senders);
        grid.below(said);
    }

    private void keep() {
        var before = model.settingsProperty().get().station();
        try {
            var text = port.getText().strip();
            var number =
                    text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
            var next =
                    new Station(
                            title.getText().strip(),
                            number,
                            before.tls(),
                            before.identity(),
                            titles());
            mark("");
            model.change(s -> s.withStation(next));
        } catch (IllegalArgumentException wrong) {
            mark(words.text("station.wrong"));
        }
    }

    private List<String> titles() {
        return Arrays.stream(senders.getText().split(","))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    private void mark(String sentence) {
        said.setText(sentence);
        for (var field : List.of(title, port, senders))
            field.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
    }
}
