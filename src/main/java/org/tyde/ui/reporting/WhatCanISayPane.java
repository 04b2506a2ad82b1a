package org.tyde.ui.reporting;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.tyde.dictation.Dictation;
import org.tyde.dictation.words.Sayable;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.report.Section;
import org.tyde.speech.Vocabulary;
import org.tyde.ui.Action;
import org.tyde.ui.Messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be said now, in the words of the recogniser, made from the tables that are listened by; search
/// by typing. A phrase with a word that the model does not know says so.
public final class WhatCanISayPane extends StackPane {
    private static final double PHRASES = 224;
    private final Dictation dictation;
    private final Messages messages;
    private final Messages.Room words;
    private final TextField search = new TextField();
    private final VBox groups = new VBox();

    WhatCanISayPane(Dictation dictation, Messages messages) {
        this.dictation = dictation;
        this.messages = messages;
        words = messages.in(WhatCanISayPane.class);
        getStyleClass().add("what-can-i-say");
        search.promptTextProperty().bind(words.bind("say.prompt"));
        search.accessibleTextProperty().bind(words.bind("say.prompt"));
        search.textProperty().subscribe(_ -> show());
        groups.getStyleClass().add("groups");
        var title = new Label();
        title.getStyleClass().add("strong");
        title.textProperty().bind(words.bind("say.title"));
        var close = new Label();
        close.getStyleClass().add("quiet");
        close.textProperty().bind(words.bind("say.close"));
        close.setWrapText(true);
        close.setMinHeight(USE_PREF_SIZE);
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var box = new VBox(title, search, scroll, close);
        box.getStyleClass().add("box");
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && close()) event.consume();
                });
        messages.localeProperty().subscribe(_ -> show());
    }

    /// Shows what can be said now, or puts it away again.
    public void toggle() {
        if (close()) return;
        setVisible(true);
        search.clear();
        show();
        search.requestFocus();
    }

    /// Puts it away.
    ///
    /// @return whether it was there
    public boolean close() {
        boolean was = isVisible();
        setVisible(false);
        return was;
    }

    private void show() {
        if (!isVisible()) return;
        var typed = search.getText().strip().toLowerCase(Locale.ROOT);
        var all = dictation.sayables();
        var unheard = dictation.unheard();
        groups.getChildren().clear();
        for (var group : Sayable.Group.values()) {
            var lines = all.stream().filter(s -> s.group() == group && fits(s, typed)).toList();
            if (!lines.isEmpty()) groups.getChildren().add(group(group, lines, unheard));
        }
        if (groups.getChildren().isEmpty())
            groups.getChildren().add(new Label(words.text("say.none", typed)));
    }

    private boolean fits(Sayable line, String typed) {
        return (String.join(" ", line.phrases()) + " " + does(line))
                .toLowerCase(Locale.ROOT)
                .contains(typed);
    }

    private Node group(Sayable.Group group, List<Sayable> lines, List<String> unheard) {
        var title = new Label(words.text("say.group." + group.name()));
        title.getStyleClass().addAll("strong", "group-title");
        var grid = new GridPane();
        grid.getStyleClass().add("lines");
        int row = 0;
        for (var line : lines) {
            var missing = missing(line);
            var phrase = new Label(String.join(" · ", line.phrases()));
            phrase.setWrapText(true);
            phrase.setMinWidth(PHRASES);
            phrase.setMaxWidth(PHRASES);
            var does =
                    new Label(
                            missing.isEmpty()
                                    ? does(line)
                                    : words.text("say.unknown", does(line), missing));
            does.setWrapText(true);
            does.getStyleClass().add(missing.isEmpty() ? "quiet" : "warning");
            if (!missing.isEmpty()) phrase.getStyleClass().add("quiet");
            GridPane.setHgrow(does, Priority.ALWAYS);
            grid.addRow(row++, phrase, does);
        }
        var box = new VBox(title, grid);
        boolean free =
                group != Sayable.Group.MARK
                        && group != Sayable.Group.EXAMPLE
                        && lines.stream()
                                .flatMap(l -> l.phrases().stream())
                                .anyMatch(unheard::contains);
        if (free
                && dictation.vocabulary().isPresent()
                && lines.stream().allMatch(l -> missing(l).isEmpty())) {
            var note = new Label(words.text("say.free"));
            note.getStyleClass().add("quiet");
            note.setWrapText(true);
            box.getChildren().add(1, note);
        }
        return box;
    }

    /// @return the words that the model does not know, where no way to say it does without
    private String missing(Sayable line) {
        var vocabulary = dictation.vocabulary();
        if (vocabulary.isEmpty()) return "";
        var lacking = line.phrases().stream().map(p -> unknown(p, vocabulary)).toList();
        if (lacking.stream().anyMatch(List::isEmpty)) return "";
        return lacking.stream().flatMap(List::stream).distinct().collect(Collectors.joining(", "));
    }

    private static List<String> unknown(String phrase, Optional<Vocabulary> vocabulary) {
        return Arrays.stream(phrase.split(" "))
                .filter(w -> !w.equals("…"))
                .filter(w -> vocabulary.filter(v -> !v.knows(w)).isPresent())
                .toList();
    }

    private String does(Sayable line) {
        if (!line.command())
            return switch (line.gives()) {
                case "1", "2", "list", "FIRST", "ALL", "NONE" ->
                        words.text("say.mark." + line.gives());
                default -> line.gives();
            };
        if (line.gives().equals("SELECT")) return words.text("say.SELECT");
        if (line.gives().startsWith("INSERT ")) return line.gives().substring(7);
        return switch (SpokenCommand.of(line.gives())) {
            case SpokenCommand.Plain plain -> words.text("say." + plain.name());
            case SpokenCommand.GoTo(var place) -> words.text("say.go", place(place));
            case SpokenCommand.Screen(var action) ->
                    messages.in(Action.class).text("action." + action);
            case SpokenCommand.Window(var name) -> words.text("say.window." + name);
            case SpokenCommand.Select _, SpokenCommand.Insert _ -> line.gives();
        };
    }

    private String place(String name) {
        return Arrays.stream(Section.values())
                .filter(s -> s.name().equals(name))
                .map(s -> s.heading(messages.locale()))
                .findFirst()
                .orElse(name);
    }
}
