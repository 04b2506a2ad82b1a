package org.tyde.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.settings.SigningSettings;
import org.tyde.ui.Desktop;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The settings on screen, one column, in order of need. Everything holds as soon as it is entered.
public final class SettingsPane extends ScrollPane {
    private final SettingsModel model;
    private final Messages messages;
    private final Desktop desktop;
    private final Messages.Room words;
    private final TextField family = new TextField();
    private final TextField given = new TextField();
    private final TextField role = new TextField();
    private final TextField organisation = new TextField();
    private final TextField hpr = new TextField();
    private final VBox page = new VBox();

    /// @param model the settings in force
    /// @param messages words
    /// @param desktop the monitors
    /// @param standard the windows on the number keys that come with Tyde
    public SettingsPane(
            SettingsModel model,
            Messages messages,
            Desktop desktop,
            List<StandardPreset> standard) {
        this.model = model;
        this.messages = messages;
        this.desktop = desktop;
        words = messages.in(SettingsPane.class);
        getStyleClass().add("settings");
        ControlStyles.wear(this, SettingsPane.class, "settings.css");
        setFitToWidth(true);
        var said = new Label();
        said.getStyleClass().add("quiet");
        said.textProperty().bind(model.saidProperty());
        page.getChildren()
                .addAll(
                        heading("title", "title"),
                        signer(),
                        section("archives", new ArchivesPane(model, messages)),
                        kept(),
                        screen(),
                        speech(),
                        images(),
                        section("presets", new PresetsPane(model, messages, standard)),
                        said);
        page.getStyleClass().add("page");
        page.setMaxWidth(720);
        setContent(page);
    }

    /// Adds a section before the last line.
    ///
    /// @param key of its title, `section.` before it
    /// @param content of it
    public void add(String key, Node content) {
        page.getChildren().add(page.getChildren().size() - 1, section(key, content));
    }

    private Node signer() {
        var grid = new FormGrid(words);
        grid.row("signer.family", family);
        grid.row("signer.given", given);
        grid.row("signer.role", role);
        grid.row("signer.organisation", organisation);
        grid.row("signer.hpr", hpr);
        var state = new Label();
        state.setWrapText(true);
        grid.below(state);
        grid.row(
                "signing.stay",
                Choice.of(
                        words,
                        IntStream.rangeClosed(0, SigningSettings.LONGEST).boxed().toList(),
                        minutes -> words.text("signing.minutes", minutes),
                        model.settingsProperty().map(s -> s.signing().stayMinutes()),
                        minutes ->
                                model.change(
                                        s ->
                                                s.withSigning(
                                                        new SigningSettings(
                                                                minutes,
                                                                s.signing().training())))));
        grid.below(training());
        model.settingsProperty()
                .get()
                .signer()
                .ifPresent(
                        s -> {
                            family.setText(s.familyName());
                            given.setText(s.givenName());
                            role.setText(s.role());
                            organisation.setText(s.organisation());
                            hpr.setText(s.hprNumber());
                        });
        for (var field : List.of(family, given, role, organisation, hpr)) {
            field.setOnAction(_ -> keepSigner());
            field.focusedProperty()
                    .subscribe(
                            (was, now) -> {
                                if (was && !now) keepSigner();
                            });
        }
        state.textProperty()
                .bind(
                        model.settingsProperty()
                                .flatMap(
                                        s ->
                                                words.bind(
                                                        s.signer()
                                                                        .filter(Signer::complete)
                                                                        .isPresent()
                                                                ? "signer.complete"
                                                                : "signer.incomplete")));
        model.settingsProperty()
                .subscribe(
                        s ->
                                state.getStyleClass()
                                        .setAll(
                                                "label",
                                                s.signer().filter(Signer::complete).isPresent()
                                                        ? "quiet"
                                                        : "warning"));
        return section("signer", grid);
    }

    /// A role such as LIS says so by itself.
    private CheckBox training() {
        var box = new CheckBox();
        box.textProperty().bind(words.bind("signing.training"));
        box.setWrapText(true);
        model.settingsProperty().subscribe(s -> box.setSelected(s.signing().training()));
        box.setOnAction(
                _ ->
                        model.change(
                                s ->
                                        s.withSigning(
                                                new SigningSettings(
                                                        s.signing().stayMinutes(),
                                                        box.isSelected()))));
        return box;
    }

    private void keepSigner() {
        var signer =
                new Signer(
                        family.getText().strip(),
                        given.getText().strip(),
                        role.getText().strip(),
                        organisation.getText().strip(),
                        hpr.getText().replace(" ", ""));
        model.change(s -> s.withSigner(signer));
    }

    private Node screen() {
        var grid = new FormGrid(words);
        grid.row(
                "language",
                Choice.of(
                        words,
                        List.of(Messages.BOKMAAL, Messages.ENGLISH),
                        locale -> words.text("language." + locale.getLanguage()),
                        model.settingsProperty().map(SettingsPane::language),
                        locale -> model.change(s -> s.withLanguage(locale))));
        return section("screen", new VBox(grid, new MonitorsPane(model, desktop, messages)));
    }

    private static Locale language(Settings settings) {
        return settings.language().getLanguage().equals("en") ? Messages.ENGLISH : Messages.BOKMAAL;
    }

    /// Without a machine to ask there is nothing to set.
    private Node speech() {
        var all = new VBox();
        all.getStyleClass().add("speech");
        model.speech()
                .ifPresent(
                        setup ->
                                all.getChildren()
                                        .addAll(
                                                new SpeechModelsPane(model, setup, messages),
                                                new MicrophonePane(model, setup, messages)));
        return section("speech", all);
    }

    private Node kept() {
        var encrypt =
                box(
                        "kept.encrypt",
                        model.settingsProperty().get().encryptCache().orElse(false),
                        on -> model.change(s -> s.withEncryptCache(Optional.of(on))));
        var note = new Label();
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.textProperty().bind(words.bind("kept.note"));
        var all = new VBox(encrypt, note);
        all.getStyleClass().add("boxes");
        return section("kept", all);
    }

    private Node images() {
        var narrows =
                box(
                        "images.narrows",
                        model.settingsProperty().get().dragRightNarrows(),
                        on -> model.change(s -> s.withDragRightNarrows(on)));
        var headFeet =
                box(
                        "images.headfeet",
                        model.settingsProperty().get().headFeetLetters(),
                        on -> model.change(s -> s.withHeadFeetLetters(on)));
        var all = new VBox(narrows, headFeet);
        all.getStyleClass().add("boxes");
        return section("images", all);
    }

    private CheckBox box(String key, boolean on, java.util.function.Consumer<Boolean> keep) {
        var box = new CheckBox();
        box.textProperty().bind(words.bind(key));
        box.setSelected(on);
        box.setOnAction(_ -> keep.accept(box.isSelected()));
        return box;
    }

    private Node section(String key, Node content) {
        var section = new VBox(heading(key, "section-title"), content);
        section.getStyleClass().add("section");
        return section;
    }

    private Label heading(String key, String style) {
        var label = new Label();
        label.getStyleClass().addAll("strong", style);
        label.textProperty().bind(words.bind("section." + key));
        return label;
    }
}
