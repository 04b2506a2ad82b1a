package org.tyde.ui.settings;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.tyde.report.template.Origin;
import org.tyde.report.template.TemplateLibrary.Held;
import org.tyde.settings.Mammography;
import org.tyde.settings.TemplateUse;
import org.tyde.ui.Messages;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Templates: chosen, read section by section, changed and kept as one's own, brought from and taken to files.
public final class TemplatesPane extends VBox {
    private final TemplatesModel model;
    private final Messages.Room words;
    private final ComboBox<Held> choice = new ComboBox<>();
    private final TextField title = new TextField();
    private final Label two = new Label();
    private final TemplateDraft draft = new TemplateDraft();
    private final TemplateEditor editor;
    private Optional<Held> opened = Optional.empty();
    private final Button remove = button("template.remove", this::remove);

    /// @param model the templates of this desk
    /// @param settings which say whether the one that fits is offered or put in
    public TemplatesPane(TemplatesModel model, SettingsModel settings) {
        this.model = model;
        words = model.messages().in(TemplatesPane.class);
        getStyleClass().addAll("templates", "boxes");
        choice.getStyleClass().add("which");
        choice.setItems(model.all());
        choice.setConverter(new Titles());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.promptTextProperty().bind(words.bind("template.choose"));
        editor = new TemplateEditor(draft, model.messages());
        choice.valueProperty().subscribe((_, next) -> show(Optional.ofNullable(next)));
        model.all().addListener((ListChangeListener<Held>) _ -> chooseAgain());
        title.promptTextProperty().bind(words.bind("template.name"));
        var said = new Label();
        said.getStyleClass().addAll("warning", "said");
        said.setWrapText(true);
        said.textProperty().bind(model.saidProperty());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var note = new Label();
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.textProperty().bind(words.bind("template.note"));
        two.getStyleClass().add("quiet");
        two.setWrapText(true);
        two.textProperty().bind(words.bind("template.two"));
        two.managedProperty().bind(two.visibleProperty());
        two.setVisible(false);
        getChildren()
                .addAll(beginning(settings), note, choice, title, two, editor, said, buttons());
        show(Optional.empty());
    }

    private Node beginning(SettingsModel settings) {
        var grid = new FormGrid(words);
        var now = settings.settingsProperty().map(s -> s.templates().use());
        var box =
                Choice.of(
                        words,
                        List.of(TemplateUse.values()),
                        use -> words.text("template.use." + use),
                        now,
                        use -> settings.change(s -> s.withTemplates(s.templates().withUse(use))));
        grid.row("template.use", box);
        var why = new Label();
        why.getStyleClass().add("quiet");
        why.setWrapText(true);
        why.textProperty().bind(words.bind("template.use.why"));
        grid.below(why);
        var scales = settings.settingsProperty().map(s -> s.templates().mammography());
        grid.row(
                "mammography.category",
                Choice.of(
                        words,
                        List.of(Mammography.Category.values()),
                        c -> words.text("mammography.category." + c),
                        scales.map(Mammography::category),
                        c -> scale(settings, m -> m.withCategory(c))));
        grid.row(
                "mammography.density",
                Choice.of(
                        words,
                        List.of(Mammography.Density.values()),
                        d -> words.text("mammography.density." + d),
                        scales.map(Mammography::density),
                        d -> scale(settings, m -> m.withDensity(d))));
        return grid;
    }

    private static void scale(SettingsModel settings, UnaryOperator<Mammography> change) {
        settings.change(
                s ->
                        s.withTemplates(
                                s.templates()
                                        .withMammography(
                                                change.apply(s.templates().mammography()))));
    }

    private Button button(String key, Runnable step) {
        var button = new Button();
        button.setMinWidth(USE_PREF_SIZE);
        button.getProperties().put("key", key);
        button.setOnAction(_ -> step.run());
        return button;
    }

    private Node buttons() {
        var line =
                new FlowPane(
                        8,
                        8,
                        button("template.keep", this::keep),
                        remove,
                        button(
                                "template.import",
                                () -> chosen(FileChooser::showOpenDialog, "", model::bring)),
                        button("template.export", this::take));
        for (var node : line.getChildren())
            if (node instanceof Button b)
                b.textProperty().bind(words.bind(String.valueOf(b.getProperties().get("key"))));
        return line;
    }

    /// The list was read anew: what is being changed stays, unless it was kept or nothing was changed.
    private void chooseAgain() {
        var id = model.lastKept().or(() -> opened.map(h -> h.template().head().id()));
        id.flatMap(
                        i ->
                                model.all().stream()
                                        .filter(h -> h.template().head().id().equals(i))
                                        .findFirst())
                .ifPresent(choice::setValue);
    }

    private void show(Optional<Held> held) {
        remove.setDisable(held.filter(h -> h.origin() == Origin.OWN).isEmpty());
        editor.setDisable(held.isEmpty());
        if (held.isEmpty() && opened.isPresent()) return; // the list is being read
        var before = opened.map(h -> h.template().head().id());
        boolean same = before.equals(held.map(h -> h.template().head().id()));
        opened = held;
        if (held.isEmpty() || same && draft.changed()) return;
        two.setVisible(held.get().template().head().independent());
        title.setText(held.get().template().head().title());
        draft.open(held.get().template(), model.messages().locale());
    }

    private void keep() {
        if (opened.isEmpty()) return;
        if (model.keep(opened.get(), title.getText(), draft.stateProperty().get().texts()))
            draft.kept();
    }

    private void remove() {
        opened.filter(h -> h.origin() == Origin.OWN).ifPresent(model::remove);
    }

    private void take() {
        opened.ifPresent(
                held ->
                        chosen(
                                FileChooser::showSaveDialog,
                                "template.html",
                                file -> model.take(held, file)));
    }

    private interface Ask {
        @Nullable File of(FileChooser chooser, javafx.stage.Window owner);
    }

    private void chosen(Ask ask, String name, Consumer<Path> step) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("MRRT", "*.html", "*.htm", "*.xhtml"));
        Optional.ofNullable(ask.of(chooser, getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(step);
    }

    private final class Titles extends StringConverter<Held> {
        @Override
        public String toString(@Nullable Held held) {
            if (held == null) return "";
            var head = held.template().head();
            var title =
                    "%s (%s), %s"
                            .formatted(
                                    head.title(),
                                    head.language().getLanguage(),
                                    words.text("template.origin." + held.origin()));
            return head.independent() ? title + ", " + words.text("template.readers") : title;
        }

        @Override
        public Held fromString(String text) {
            throw new UnsupportedOperationException("the list is not typed in");
        }
    }
}
