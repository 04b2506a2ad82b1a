package org.tyde.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.tyde.settings.Monitor;
import org.tyde.settings.MonitorCheck;
import org.tyde.settings.Signer;
import org.tyde.ui.Messages;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How one monitor was checked: what it follows, when, by whom, and the light that was measured. What cannot
/// be is said in words and is not kept; until all of it can be, what was kept before stands.
final class MonitorCheckPane extends VBox {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// What is chosen: nothing, or what was found.
    private record Choosing(Optional<MonitorCheck.Found> found) {
        static final List<Choosing> ALL =
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(new Choosing(Optional.empty())),
                                Arrays.stream(MonitorCheck.Found.values())
                                        .map(f -> new Choosing(Optional.of(f))))
                        .toList();

        String key() {
            return "check." + found.map(Enum::name).orElse("NONE");
        }
    }

    private final SettingsModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final Monitor monitor;
    private final ComboBox<Choosing> found;
    private final TextField day = new TextField();
    private final TextField by = new TextField();
    private final TextField black = new TextField();
    private final TextField white = new TextField();
    private final TextField ambient = new TextField();
    private final Label wrong = new Label();
    private final Label means = new Label();
    private boolean showing;

    MonitorCheckPane(SettingsModel model, Messages messages, Monitor monitor) {
        this.model = model;
        this.messages = messages;
        this.monitor = monitor;
        words = messages.in(MonitorPane.class);
        getStyleClass().add("monitor-check");
        found =
                Choice.of(
                        words,
                        Choosing.ALL,
                        choosing -> words.text(choosing.key()),
                        model.settingsProperty()
                                .map(_ -> new Choosing(kept().map(MonitorCheck::found))),
                        _ -> chosen());
        var form = new FormGrid(words);
        form.row("check", found);
        form.row("check.when", line(day, by));
        form.row(
                "check.light",
                line(
                        named("check.black", black),
                        black,
                        named("check.white", white),
                        white,
                        named("check.ambient", ambient),
                        ambient));
        by.promptTextProperty().bind(words.bind("check.by"));
        day.promptTextProperty().bind(words.bind("check.day"));
        wrong.getStyleClass().add("danger");
        means.getStyleClass().add("quiet");
        var notes = new VBox(wrong, means);
        notes.getStyleClass().add("boxes");
        for (var note : List.of(wrong, means)) {
            note.setWrapText(true);
            note.managedProperty().bind(note.visibleProperty());
        }
        wrong.setVisible(false);
        form.below(notes);
        getChildren().add(form);
        for (var field : fields()) {
            field.setOnAction(_ -> keep());
            field.focusedProperty()
                    .subscribe(
                            (was, now) -> {
                                if (was && !now) keep();
                            });
        }
        model.settingsProperty().map(_ -> kept()).subscribe(_ -> show());
        messages.localeProperty().subscribe((_, _) -> show());
    }

    private List<TextField> fields() {
        return List.of(day, by, black, white, ambient);
    }

    private static Node line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("check-line");
        return line;
    }

    private Label named(String key, TextField field) {
        var name = new Label();
        name.textProperty().bind(words.bind(key));
        name.setLabelFor(field);
        name.getStyleClass().add("quiet");
        name.setMinWidth(Region.USE_PREF_SIZE);
        field.accessibleTextProperty().bind(words.bind(key));
        field.setPrefColumnCount(5);
        return name;
    }

    private Optional<MonitorCheck> kept() {
        return model.settingsProperty().get().monitors().of(monitor).check();
    }

    private LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    private Optional<MonitorCheck.Found> finding() {
        return Optional.ofNullable(found.getValue()).flatMap(Choosing::found);
    }

    private void chosen() {
        if (showing) return;
        if (finding().isPresent() && day.getText().isBlank()) {
            day.setText(DAY.format(today()));
            by.setText(
                    model.settingsProperty().get().signer().map(MonitorCheckPane::name).orElse(""));
        }
        enable();
        keep();
    }

    private static String name(Signer signer) {
        return (signer.givenName() + " " + signer.familyName()).strip();
    }

    private void keep() {
        if (showing) return;
        if (finding().isEmpty()) {
            wrong.setVisible(false);
            model.set(monitor, setup -> setup.withCheck(Optional.empty()));
            return;
        }
        var typed = typed();
        wrong.setVisible(typed.isEmpty());
        wrong.setText(words.text("check.wrong"));
        if (typed.isPresent()) model.set(monitor, setup -> setup.withCheck(typed));
    }

    /// Empty for what cannot be.
    private Optional<MonitorCheck> typed() {
        try {
            var on = LocalDate.parse(day.getText().strip(), DAY);
            boolean measured = !white.getText().isBlank() || !black.getText().isBlank();
            var light =
                    measured
                            ? Optional.of(
                                    new MonitorCheck.Light(
                                            number(black), number(white), number(ambient)))
                            : Optional.<MonitorCheck.Light>empty();
            if (on.isAfter(today())) return Optional.empty();
            return Optional.of(
                    new MonitorCheck(finding().orElseThrow(), on, by.getText().strip(), light));
        } catch (java.time.DateTimeException | IllegalArgumentException cannot) {
            return Optional.empty();
        }
    }

    private static double number(TextField field) {
        return Double.parseDouble(field.getText().strip().replace(',', '.'));
    }

    private void enable() {
        for (var field : fields()) field.setDisable(finding().isEmpty());
    }

    private void show() {
        showing = true;
        var check = kept();
        found.setValue(new Choosing(check.map(MonitorCheck::found)));
        day.setText(check.map(c -> DAY.format(c.day())).orElse(""));
        by.setText(check.map(MonitorCheck::by).orElse(""));
        var light = check.flatMap(MonitorCheck::light);
        black.setText(light.map(l -> number(l.black(), 3)).orElse(""));
        white.setText(light.map(l -> number(l.white(), 1)).orElse(""));
        ambient.setText(light.map(l -> number(l.ambient(), 3)).orElse(""));
        wrong.setVisible(false);
        means.setText(meaning(check));
        enable();
        showing = false;
    }

    private String meaning(Optional<MonitorCheck> check) {
        if (check.isEmpty()) return words.text("check.means.NONE");
        var it = check.get();
        var says =
                words.text("check.means." + it.found().name())
                        + " "
                        + words.text("check.until", DAY.format(it.until()));
        return it.light()
                .map(l -> says + " " + words.text("check.ratio", number(l.ratio(), 0)))
                .orElse(says);
    }

    private String number(double value, int decimals) {
        var format = NumberFormat.getNumberInstance(messages.locale());
        format.setGroupingUsed(false);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
