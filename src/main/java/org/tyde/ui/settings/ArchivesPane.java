package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Settings;
import org.tyde.ui.Messages;
import org.tyde.ui.control.Icons;

import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The archives studies come from: one line each, and a line for the next one. Trying asks the archive a
/// question and says what came of it.
final class ArchivesPane extends VBox {
    private final SettingsModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final VBox lines = new VBox();
    private final Label said = new Label();

    ArchivesPane(SettingsModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        words = messages.in(ArchivesPane.class);
        getStyleClass().add("archives");
        lines.getStyleClass().add("archives");
        said.setWrapText(true);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        getChildren().addAll(lines, nextLine(), said);
        model.settingsProperty().map(Settings::archives).subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private void show() {
        lines.getChildren().clear();
        var archives = model.settingsProperty().get().archives();
        if (archives.isEmpty()) {
            var none = new Label(words.text("archives.demo"));
            none.getStyleClass().add("quiet");
            lines.getChildren().add(none);
        }
        for (var node : archives) lines.getChildren().add(line(node));
    }

    private HBox line(ArchiveNode node) {
        var name = new Label(node.name());
        name.getStyleClass().add("strong");
        name.setMinWidth(140);
        var address = new Label(address(node));
        address.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(address, Priority.ALWAYS);
        var test = new Button(words.text("archives.test"));
        test.setOnAction(_ -> test(node, test));
        var remove =
                Icons.button(
                        Feather.X, words.text("archives.remove", node.name()), () -> drop(node));
        var line = new HBox(name, address, test, remove);
        line.getStyleClass().add("line");
        return line;
    }

    private static String address(ArchiveNode node) {
        return Stream.concat(
                        node.web().map(web -> web.base().toString()).stream(),
                        node
                                .dimse()
                                .map(d -> d.aeTitle() + "@" + d.host() + ":" + d.port())
                                .stream())
                .collect(Collectors.joining("   "));
    }

    private HBox nextLine() {
        var name = new TextField();
        name.promptTextProperty().bind(words.bind("archives.name"));
        name.accessibleTextProperty().bind(words.bind("archives.name"));
        name.setPrefWidth(140);
        name.setMinWidth(140);
        var address = new TextField();
        address.setPromptText("https://arkiv.eksempel.no/dicom-web");
        address.accessibleTextProperty().bind(words.bind("archives.address"));
        HBox.setHgrow(address, Priority.ALWAYS);
        var test = new Button();
        test.textProperty().bind(words.bind("archives.test"));
        test.setOnAction(
                _ -> entered(name.getText(), address.getText()).ifPresent(n -> test(n, test)));
        var add = new Button();
        add.textProperty().bind(words.bind("archives.add"));
        Runnable keep =
                () ->
                        entered(name.getText(), address.getText())
                                .ifPresent(
                                        node -> {
                                            add(node);
                                            name.clear();
                                            address.clear();
                                        });
        add.setOnAction(_ -> keep.run());
        address.setOnAction(_ -> keep.run());
        var line = new HBox(name, address, test, add);
        line.getStyleClass().add("line");
        return line;
    }

    private Optional<ArchiveNode> entered(String name, String address) {
        try {
            var called = name.isBlank() ? address.strip() : name.strip();
            return Optional.of(ArchiveNode.web(called, URI.create(address.strip())));
        } catch (IllegalArgumentException _) {
            say(words.text("archives.wrong"), "danger");
            return Optional.empty();
        }
    }

    private void add(ArchiveNode node) {
        model.change(
                s -> {
                    var next = new ArrayList<>(s.archives());
                    next.add(node);
                    return s.withArchives(next);
                });
        say(words.text("archives.restart"), "quiet");
    }

    private void drop(ArchiveNode node) {
        model.change(
                s -> s.withArchives(s.archives().stream().filter(a -> !a.equals(node)).toList()));
        say(words.text("archives.restart"), "quiet");
    }

    private void test(ArchiveNode node, Button button) {
        button.setDisable(true);
        say(words.text("archives.asking", node.name()), "quiet");
        FX.watch(
                model.probe(node),
                _ -> {
                    button.setDisable(false);
                    say(words.text("archives.answers", node.name()), "good");
                },
                failure -> {
                    button.setDisable(false);
                    say(messages.sentence(failure), "danger");
                });
    }

    private void say(String sentence, String style) {
        said.setText(sentence);
        said.getStyleClass().setAll("label", style);
    }
}
