package org.tyde.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.tyde.ui.Messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is on its way out: first, each for itself, what an archive will not take, with its reason and what can be
/// done; then counts for each archive. Lines stay where they are while they are looked at.
final class OutgoingLines {
    private final Messages messages;
    private final Messages.Room words;
    private final VBox box;
    private final Map<String, RefusedLine> refused = new LinkedHashMap<>();

    /// One thing that an archive will not take.
    private final class RefusedLine extends HBox {
        private final Label text = new Label();
        private final Button again = new Button();
        private final Button save = new Button();

        RefusedLine() {
            getStyleClass().add("traffic-line");
            text.setWrapText(true);
            text.setMaxWidth(Double.MAX_VALUE);
            text.getStyleClass().add("warning");
            HBox.setHgrow(text, Priority.ALWAYS);
            again.textProperty().bind(words.bind("traffic.outgoing.try"));
            save.textProperty().bind(words.bind("traffic.outgoing.save"));
            for (var button : new Button[] {again, save}) {
                button.getStyleClass().add("small-action");
                button.setMinWidth(USE_PREF_SIZE);
            }
            getChildren().addAll(text, again, save);
        }

        void show(Traffic.Outgoing one) {
            var said = one.said().apply(messages.locale());
            text.setText(words.text("traffic.outgoing.refused", one.archive(), said));
            again.setOnAction(_ -> one.again().run());
            save.setOnAction(_ -> save(one));
        }
    }

    OutgoingLines(Messages messages, VBox box) {
        this.messages = messages;
        this.box = box;
        words = messages.in(TrafficSheet.class);
    }

    void show(List<Traffic.Outgoing> all) {
        var lines = new ArrayList<Node>();
        var names = new ArrayList<String>();
        for (var one : all) {
            if (one.stage() != Traffic.Stage.REFUSED) continue;
            var name = one.archive() + " " + one.name();
            names.add(name);
            var line = refused.computeIfAbsent(name, _ -> new RefusedLine());
            line.show(one);
            lines.add(line);
        }
        refused.keySet().retainAll(names);
        if (all.stream().allMatch(o -> o.stage() == Traffic.Stage.CONFIRMED))
            lines.add(quiet(words.text("traffic.outgoing.none")));
        var byArchive = new TreeMap<String, List<Traffic.Outgoing>>();
        for (var one : all)
            byArchive.computeIfAbsent(one.archive(), _ -> new ArrayList<>()).add(one);
        byArchive.forEach((archive, some) -> counts(archive, some, lines));
        if (!box.getChildren().equals(lines)) box.getChildren().setAll(lines);
    }

    private void counts(String archive, List<Traffic.Outgoing> some, List<Node> lines) {
        var waiting = in(some, Traffic.Stage.WAITING);
        if (!waiting.isEmpty()) {
            var first = waiting.getFirst();
            var until = Math.max(0, first.until().toSeconds());
            var text =
                    first.attempts() == 0
                            ? words.text("traffic.outgoing.line", archive, waiting.size())
                            : words.text(
                                    "traffic.outgoing.again",
                                    archive,
                                    waiting.size(),
                                    first.attempts(),
                                    until);
            lines.add(new Label(text));
        }
        int sent = in(some, Traffic.Stage.SENT).size();
        if (sent > 0) lines.add(new Label(words.text("traffic.outgoing.sent", archive, sent)));
        int there = in(some, Traffic.Stage.CONFIRMED).size();
        if (there > 0) lines.add(quiet(words.text("traffic.outgoing.confirmed", archive, there)));
    }

    private static List<Traffic.Outgoing> in(List<Traffic.Outgoing> some, Traffic.Stage stage) {
        return some.stream().filter(o -> o.stage() == stage).toList();
    }

    private void save(Traffic.Outgoing one) {
        var chooser = new FileChooser();
        chooser.setTitle(words.text("traffic.outgoing.save"));
        var name = one.name();
        chooser.setInitialFileName(name.matches("[0-9.]+") ? name + ".dcm" : name);
        var file = chooser.showSaveDialog(box.getScene().getWindow());
        if (file != null) one.save().accept(file.toPath());
    }

    private static Label quiet(String sentence) {
        var label = new Label(sentence);
        label.getStyleClass().add("quiet");
        return label;
    }
}
