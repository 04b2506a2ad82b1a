package org.tyde.ui.reporting;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;

import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.ScreeningFinding;
import org.tyde.report.screening.JointReading;
import org.tyde.study.Laterality;
import org.tyde.ui.Messages;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Independent readings of screening side by side: what each reader gave each breast, what he said, and the
/// images he pointed out.
final class ReadingsPane extends GridPane {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
    private static final double NAMES_PERCENT = 22;
    private static final String NOTHING = "–";

    private final Messages.Room words;
    private final Consumer<InstanceReference> show;
    private final List<ReportDocument> readings;

    /// @param joint the readings
    /// @param messages words
    /// @param show leads to an image
    ReadingsPane(JointReading joint, Messages messages, Consumer<InstanceReference> show) {
        this.words = messages.in(ReadingsPane.class);
        this.show = show;
        readings = joint.readings();
        getStyleClass().add("readings");
        var names = new ColumnConstraints();
        names.setPercentWidth(NAMES_PERCENT);
        getColumnConstraints().add(names);
        for (var _ : readings) {
            var one = new ColumnConstraints();
            one.setPercentWidth((100 - NAMES_PERCENT) / readings.size());
            getColumnConstraints().add(one);
        }
        row("", this::reader);
        row(words.text("readings.right"), r -> score(r, Laterality.RIGHT));
        row(words.text("readings.left"), r -> score(r, Laterality.LEFT));
        row(words.text("readings.outcome"), r -> label(outcome(r), "text"));
        row(words.text("readings.findings"), r -> label(findings(r), "text"));
        if (readings.stream().anyMatch(r -> !images(r).isEmpty()))
            row(words.text("readings.images"), r -> buttons(images(r)));
    }

    private void row(String name, Function<ReportDocument, Node> cell) {
        int row = getRowCount();
        add(at(label(name, "quiet")), 0, row);
        for (int i = 0; i < readings.size(); i++) add(at(cell.apply(readings.get(i))), i + 1, row);
    }

    private static Node at(Node node) {
        setValignment(node, VPos.TOP);
        return node;
    }

    private Node reader(ReportDocument reading) {
        var name = reading.author().map(a -> a.name().display()).orElse("");
        return label(name + "\n" + reading.written().map(WHEN::format).orElse(""), "reader");
    }

    private Node score(ReportDocument reading, Laterality side) {
        var score = JointReading.score(reading, side);
        if (score.isEmpty()) return label(NOTHING, "quiet");
        var said = score.get().value() + "  " + words.text("score." + score.get().value());
        return label(said, "score", score.get().negative() ? "text" : "warning");
    }

    private String outcome(ReportDocument reading) {
        var said =
                reading.screening().stream()
                        .flatMap(f -> word(f).stream())
                        .collect(Collectors.joining(". "));
        return said.isEmpty() ? NOTHING : said;
    }

    private Optional<String> word(ScreeningFinding finding) {
        return switch (finding) {
            case ScreeningFinding.Score _ -> Optional.empty();
            case ScreeningFinding.Retake _ -> Optional.of(words.text("outcome.RETAKE"));
            case ScreeningFinding.Outcome outcome ->
                    Optional.of(words.text("outcome." + outcome.name()));
        };
    }

    private String findings(ReportDocument reading) {
        return reading.sections().stream()
                .filter(s -> s.title().same(Concepts.FINDINGS))
                .map(DocumentSection::text)
                .collect(Collectors.joining("\n"));
    }

    private List<InstanceReference> images(ReportDocument reading) {
        return reading.sections().stream().flatMap(s -> s.images().stream()).distinct().toList();
    }

    private Node buttons(List<InstanceReference> images) {
        var row = new FlowPane();
        row.getStyleClass().add("acts");
        for (int i = 0; i < images.size(); i++) {
            var image = images.get(i);
            var button = new Button(words.text("readings.image", i + 1));
            button.getStyleClass().addAll("flat", "section");
            button.setFocusTraversable(false);
            button.setOnAction(_ -> show.accept(image));
            row.getChildren().add(button);
        }
        return row;
    }

    private static Label label(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
