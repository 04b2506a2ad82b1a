package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.settings.SpeechSettings;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.SpeechModels;
import org.tyde.ui.Messages;
import org.tyde.ui.control.Icons;
import org.tyde.work.Job;
import org.tyde.work.Progress;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// The speech models, one line each: what it is called, what it knows, whether it is for trying out only; tried
/// and removed there. Below, which model hears each language, and where another one comes from.
final class SpeechModelsPane extends VBox {
    private final SettingsModel model;
    private final SpeechSetup setup;
    private final Messages messages;
    private final Messages.Room words;
    private final VBox lines = new VBox();
    private final VBox languages = new VBox();
    private final Button folder = new Button();
    private final Button zip = new Button();
    private final Button cancel = new Button();
    private final ProgressBar progress = new ProgressBar();
    private final HBox adding = new HBox(progress, cancel);
    private final Label said = new Label();
    private Optional<Job<SpeechModel>> running = Optional.empty();

    SpeechModelsPane(SettingsModel model, SpeechSetup setup, Messages messages) {
        this.model = model;
        this.setup = setup;
        this.messages = messages;
        words = messages.in(SpeechModelsPane.class);
        getStyleClass().add("boxes");
        lines.getStyleClass().add("boxes");
        said.setWrapText(true);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        folder.textProperty().bind(words.bind("models.folder"));
        folder.setOnAction(_ -> chooseFolder());
        zip.textProperty().bind(words.bind("models.zip"));
        zip.setOnAction(_ -> chooseZip());
        cancel.textProperty().bind(words.bind("models.cancel"));
        cancel.setOnAction(_ -> running.ifPresent(Job::cancel));
        progress.setPrefWidth(240);
        progress.accessibleTextProperty().bind(words.bind("models.adding"));
        adding.getStyleClass().add("line");
        adding.setVisible(false);
        adding.managedProperty().bind(adding.visibleProperty());
        var add = new HBox(folder, zip);
        add.getStyleClass().add("line");
        var note = new Label();
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.textProperty().bind(words.bind("models.note"));
        getChildren().addAll(lines, add, adding, said, languages, spare(), note);
        messages.localeProperty().subscribe(_ -> refresh());
    }

    private void refresh() {
        FX.watch(setup.models(), this::show, failure -> say(messages.sentence(failure), "danger"));
    }

    private void show(List<SpeechModels.Installed> all) {
        lines.getChildren().setAll(all.stream().map(this::line).toList());
        var grid = new FormGrid(words);
        grid.row("models.language", language());
        for (var language : List.of(Messages.BOKMAAL, Messages.ENGLISH))
            grid.row("models." + language.getLanguage(), choice(language, all));
        languages.getChildren().setAll(grid);
    }

    private Node line(SpeechModels.Installed installed) {
        var name = new Label(installed.name());
        name.getStyleClass().add("strong");
        var what = new Label(what(installed));
        what.getStyleClass().add(installed.trouble().isPresent() ? "danger" : "quiet");
        what.setWrapText(true);
        var text = new VBox(name, what);
        HBox.setHgrow(text, Priority.ALWAYS);
        var test = new Button(words.text("models.test"));
        test.setMinWidth(USE_PREF_SIZE);
        test.setOnAction(_ -> test(installed.name(), test));
        var line = new HBox(text, test);
        line.getStyleClass().add("line");
        if (!installed.shipped())
            line.getChildren()
                    .add(
                            Icons.button(
                                    Feather.X,
                                    words.text("models.remove", installed.name()),
                                    () -> remove(installed.name())));
        return line;
    }

    private String what(SpeechModels.Installed installed) {
        if (installed.trouble().isPresent()) return messages.sentence(installed.trouble().get());
        var found = installed.model().orElseThrow();
        var language =
                found.language()
                        .map(l -> words.text("models.knows." + l.getLanguage()))
                        .orElse(words.text("models.knows.other"));
        var text = words.text("models.what", language, "" + found.vocabulary().words().size());
        if (!found.dynamicGraph()) text += " " + words.text("models.static");
        return found.trial() ? text + " " + words.text("models.trial") : text;
    }

    private ComboBox<String> choice(Locale language, List<SpeechModels.Installed> all) {
        var names = new ArrayList<>(List.of(""));
        for (var one : all) if (!one.shipped() && one.model().isPresent()) names.add(one.name());
        var now = model.settingsProperty().map(s -> s.speech().model(language).orElse(""));
        if (!names.contains(now.getValue())) names.add(now.getValue());
        return Choice.of(
                words,
                names,
                name ->
                        name.isEmpty()
                                ? words.text("models.shipped." + language.getLanguage())
                                : name,
                now,
                name -> choose(language, name));
    }

    /// What is dictated in, where it is not the language of the screens.
    private ComboBox<Optional<Locale>> language() {
        return Choice.of(
                words,
                List.of(
                        Optional.empty(),
                        Optional.of(Locale.of("nb")),
                        Optional.of(Locale.ENGLISH)),
                l ->
                        l.map(x -> words.text("models.knows." + x.getLanguage()))
                                .orElse(words.text("models.language.screens")),
                model.settingsProperty().map(s -> s.speech().language()),
                l -> {
                    model.change(s -> s.withSpeech(s.speech().withLanguage(l)));
                    say(words.text("models.chosen"), "quiet");
                });
    }

    private CheckBox spare() {
        var spare = new CheckBox();
        spare.textProperty().bind(words.bind("models.spare"));
        spare.setWrapText(true);
        spare.setSelected(model.settingsProperty().get().speech().spare());
        spare.setOnAction(
                _ -> model.change(s -> s.withSpeech(s.speech().withSpare(spare.isSelected()))));
        return spare;
    }

    private void choose(Locale language, String name) {
        model.change(
                s ->
                        s.withSpeech(
                                s.speech()
                                        .withModel(SpeechSettings.ANY, Optional.empty())
                                        .withModel(
                                                language.getLanguage(),
                                                Optional.of(name).filter(n -> !n.isEmpty()))));
        say(words.text("models.chosen"), "quiet");
    }

    private void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(folder.getText());
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::add);
    }

    private void chooseZip() {
        var chooser = new FileChooser();
        chooser.setTitle(zip.getText());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("ZIP", "*.zip", "*.ZIP"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::add);
    }

    /// @param source a folder or a ZIP archive
    void add(Path source) {
        if (running.isPresent()) return;
        var job = setup.add(source);
        running = Optional.of(job);
        busy(true);
        say(words.text("models.adding"), "quiet");
        FX.watchProgress(job, this::grew);
        FX.watch(
                job,
                added -> {
                    ended(words.text("models.added", added.name()), "good");
                    refresh();
                },
                failure ->
                        ended(
                                failure instanceof CancellationException
                                        ? words.text("models.cancelled")
                                        : messages.sentence(failure),
                                failure instanceof CancellationException ? "quiet" : "danger"));
        job.onEnd(_ -> FX.execute(this::unlessTold));
    }

    private void grew(Progress now) {
        boolean copied = now.total() > 0 && now.done() >= now.total();
        progress.setProgress(copied || now.total() <= 0 ? -1 : (double) now.done() / now.total());
        if (copied && running.isPresent()) say(words.text("models.trying"), "quiet");
    }

    /// A cancelled job tells neither of its ends.
    private void unlessTold() {
        if (running.isPresent()) ended(words.text("models.cancelled"), "quiet");
    }

    private void ended(String sentence, String style) {
        running = Optional.empty();
        busy(false);
        say(sentence, style);
    }

    private void busy(boolean on) {
        adding.setVisible(on);
        progress.setProgress(-1);
        folder.setDisable(on);
        zip.setDisable(on);
    }

    private void test(String name, Button button) {
        button.setDisable(true);
        say(words.text("models.testing", name), "quiet");
        FX.watch(
                setup.test(name),
                _ -> {
                    button.setDisable(false);
                    say(words.text("models.works", name), "good");
                },
                failure -> {
                    button.setDisable(false);
                    say(messages.sentence(failure), "danger");
                });
    }

    private void remove(String name) {
        if (name.equals(setup.inUse())) {
            say(words.text("models.used", name), "danger");
            return;
        }
        FX.watch(
                setup.remove(name),
                _ -> {
                    model.change(s -> s.withSpeech(without(s.speech(), name)));
                    say(words.text("models.removed", name), "quiet");
                    refresh();
                },
                failure -> say(messages.sentence(failure), "danger"));
    }

    private static SpeechSettings without(SpeechSettings speech, String name) {
        var next = speech;
        for (var entry : speech.models().entrySet())
            if (entry.getValue().equals(name))
                next = next.withModel(entry.getKey(), Optional.empty());
        return next;
    }

    private void say(String sentence, String style) {
        said.setText(sentence);
        said.getStyleClass().setAll("label", style);
    }
}
