package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Settings;
import org.tyde.ui.Messages;
import org.tyde.ui.control.Icons;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The archives studies come from, one line each. Trying asks the archive a question and says what came of
/// it. Below them what they know of this workstation, and who keeps the secrets.
final class ArchivesPane extends VBox {
    private final SettingsModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final VBox lines = new VBox();
    private final Button add = new Button();
    private final Label said = new Label();

    ArchivesPane(SettingsModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        words = messages.in(ArchivesPane.class);
        getStyleClass().add("archives");
        lines.getStyleClass().add("archives");
        said.setWrapText(true);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        add.textProperty().bind(words.bind("archives.add"));
        add.setOnAction(_ -> edit(Optional.empty()));
        var station = new FormGrid(words);
        new StationForm(model, messages).into(station);
        getChildren().addAll(lines, add, said, new SecretsLine(model, messages), station);
        model.settingsProperty().map(Settings::archives).subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private void show() {
        lines.getChildren().clear();
        add.setDisable(false);
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
        var edit =
                Icons.button(
                        Feather.EDIT_2,
                        words.text("archives.edit", node.name()),
                        () -> edit(Optional.of(node)));
        var remove =
                Icons.button(
                        Feather.X, words.text("archives.remove", node.name()), () -> drop(node));
        var line = new HBox(name, address, test, edit, remove);
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

    /// Another archive, or one that is there.
    private void edit(Optional<ArchiveNode> before) {
        var others = new ArrayList<>(model.settingsProperty().get().archives());
        before.ifPresent(others::remove);
        var form =
                new NodeForm(
                        messages,
                        before.map(NodeDraft::of).orElse(NodeDraft.EMPTY),
                        others.stream().map(ArchiveNode::name).toList(),
                        read -> keep(before, read),
                        this::show);
        int place =
                before.map(model.settingsProperty().get().archives()::indexOf)
                        .orElse(lines.getChildren().size());
        show();
        if (before.isPresent()) lines.getChildren().set(place, form);
        else lines.getChildren().add(form);
        add.setDisable(true);
        form.first().requestFocus();
    }

    private void keep(Optional<ArchiveNode> before, NodeDraft.Read.Node read) {
        FX.watch(
                model.keepSecrets(read.secrets()),
                _ -> {
                    model.change(
                            s -> {
                                var next = new ArrayList<>(s.archives());
                                int at = before.map(next::indexOf).orElse(-1);
                                if (at < 0) next.add(read.node());
                                else next.set(at, read.node());
                                return s.withArchives(next);
                            });
                    show();
                    dropUnused(before);
                    say(words.text("archives.restart"), "quiet");
                },
                failure -> say(messages.sentence(failure), "danger"));
    }

    private void drop(ArchiveNode node) {
        model.change(
                s -> s.withArchives(s.archives().stream().filter(a -> !a.equals(node)).toList()));
        dropUnused(Optional.of(node));
        say(words.text("archives.restart"), "quiet");
    }

    /// Secrets of an archive that was removed or renamed.
    private void dropUnused(Optional<ArchiveNode> before) {
        var unused = new HashSet<>(before.map(SecretNames::of).orElse(Set.of()));
        for (var node : model.settingsProperty().get().archives())
            unused.removeAll(SecretNames.of(node));
        if (unused.isEmpty()) return;
        FX.watch(
                model.dropSecrets(unused),
                _ -> {},
                failure -> say(messages.sentence(failure), "danger"));
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
