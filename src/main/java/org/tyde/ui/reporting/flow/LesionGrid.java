package org.tyde.ui.reporting.flow;

import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.tyde.evidence.FoundBy;
import org.tyde.reading.LesionRemark;
import org.tyde.report.flow.CodedWords;
import org.tyde.report.flow.LesionText;
import org.tyde.report.lesion.Cell;
import org.tyde.report.lesion.LesionRow;
import org.tyde.report.lesion.LesionTable;
import org.tyde.report.lesion.SizeKind;
import org.tyde.report.lesion.TimePoint;
import org.tyde.ui.Messages;
import org.tyde.ui.reporting.flow.LesionsModel.Lesions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The table of lesions: a row a lesion, a column a study, the newest first. One cell is chosen.
final class LesionGrid extends GridPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double NAMES = 132;
    private static final double DAYS = 104;

    /// Told of a cell that was clicked.
    interface Clicked {
        void at(int row, int column);
    }

    private final LesionsModel model;
    private final Messages.Room words;
    private final Clicked clicked;

    LesionGrid(LesionsModel model, Clicked clicked) {
        this.model = model;
        this.clicked = clicked;
        words = model.messages().in(LesionGrid.class);
        getStyleClass().add("lesion-grid");
    }

    /// @param chosen row, and column from 0
    void show(Lesions lesions, int chosen, int column) {
        var table = lesions.table();
        getChildren().clear();
        getColumnConstraints().setAll(columns(table));
        for (int i = 0; i < table.columns().size(); i++) add(heading(table, i), i + 1, 0);
        for (int r = 0; r < table.rows().size(); r++) {
            var row = table.rows().get(r);
            int at = r;
            var name = name(lesions, row);
            name.setOnMouseClicked(_ -> clicked.at(at, 0));
            place(name, 0, r, r == chosen);
            for (int c = 0; c < row.cells().size(); c++) {
                int of = c;
                var cell = cell(row, table.columns().get(c), row.cells().get(c), c == 0);
                cell.setOnMouseClicked(_ -> clicked.at(at, of));
                cell.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass("cursor"), r == chosen && c == column);
                place(cell, c + 1, r, r == chosen);
            }
        }
    }

    private void place(Node node, int column, int row, boolean chosen) {
        node.pseudoClassStateChanged(CHOSEN, chosen);
        GridPane.setValignment(node, VPos.TOP);
        GridPane.setFillHeight(node, true);
        add(node, column, row + 1);
    }

    private static List<ColumnConstraints> columns(LesionTable table) {
        var all = new ArrayList<ColumnConstraints>();
        var names = new ColumnConstraints(NAMES);
        names.setHgrow(javafx.scene.layout.Priority.ALWAYS);
        all.add(names);
        for (var _ : table.columns()) all.add(new ColumnConstraints(DAYS));
        return all;
    }

    private Node heading(LesionTable table, int column) {
        var at = table.columns().get(column);
        var day = new Label(LesionText.day(at, model.messages().locale()));
        day.getStyleClass().add(column == 0 ? "strong" : "quiet");
        return day;
    }

    private Node name(Lesions lesions, LesionRow row) {
        var locale = model.messages().locale();
        var name = label(row.lesion().identifier(), "lesion-name");
        var box = new VBox(name);
        box.getStyleClass().add("lesion-cell");
        var what = new ArrayList<String>();
        row.lesion().finding().ifPresent(f -> what.add(CodedWords.of(f, locale)));
        row.lesion().site().ifPresent(s -> what.add(CodedWords.of(s, locale)));
        row.lesion().side().ifPresent(s -> what.add(words.text("side." + s.name())));
        LesionText.kind(row.kind(), locale).ifPresent(what::add);
        if (!what.isEmpty()) box.getChildren().add(label(String.join(", ", what), "quiet"));
        var said =
                java.util.stream.Stream.of(LesionRemark.Kind.TARGET, LesionRemark.Kind.NODE)
                        .filter(row.remarks()::contains)
                        .map(k -> words.text("remark." + k))
                        .collect(Collectors.joining(", "));
        if (!said.isEmpty()) box.getChildren().add(label(said, "remark"));
        if (!row.by().isEmpty())
            box.getChildren()
                    .add(
                            label(
                                    words.text(
                                            "by",
                                            row.by().stream()
                                                    .map(FoundBy::text)
                                                    .collect(Collectors.joining(", "))),
                                    "ai"));
        lesions.proposal(row)
                .ifPresent(
                        p ->
                                box.getChildren()
                                        .add(
                                                label(
                                                        words.text(
                                                                "proposed",
                                                                p.lesion().identifier()),
                                                        "remark")));
        return box;
    }

    private VBox cell(LesionRow row, TimePoint at, Cell cell, boolean newest) {
        var box = new VBox();
        box.getStyleClass().add("lesion-cell");
        var manner = model.manner();
        switch (cell) {
            case Cell.Measured m -> {
                box.getChildren()
                        .add(label(LesionText.size(m.size().value(), row.kind(), manner), "size"));
                if (newest)
                    LesionText.standing(row, manner)
                            .ifPresent(s -> box.getChildren().add(label(s, standing(row, m))));
                else
                    m.change()
                            .ifPresent(
                                    c ->
                                            box.getChildren()
                                                    .add(
                                                            label(
                                                                    LesionText.change(
                                                                            c, row.kind(), manner),
                                                                    "quiet")));
                box.setAccessibleText(
                        words.text("cell.image", LesionText.day(at, model.messages().locale())));
            }
            case Cell.Otherwise(SizeKind kind) ->
                    box.getChildren()
                            .add(
                                    label(
                                            words.text(
                                                    "cell.otherwise",
                                                    LesionText.any(
                                                            kind, model.messages().locale())),
                                            "quiet"));
            case Cell.NotMeasured() ->
                    box.getChildren().add(label(words.text("cell.notMeasured"), "quiet"));
            case Cell.Gone() -> box.getChildren().add(label(words.text("cell.gone"), "remark"));
        }
        return box;
    }

    /// What has changed by more than the threshold stands out; a word says it beside the colour: the sign.
    private String standing(LesionRow row, Cell.Measured now) {
        boolean changed =
                row.kind().length()
                        && now.change()
                                .filter(c -> model.manner().threshold().passed(c.before(), c.now()))
                                .isPresent();
        return changed ? "changed" : "quiet";
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
