package org.tyde.ui.documents;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.tyde.evidence.document.DocumentLine;
import org.tyde.evidence.document.DocumentLine.Kind;
import org.tyde.evidence.document.DocumentLink;
import org.tyde.ui.Messages;

import java.util.Locale;

/// One line of a document.
final class LineCell extends ListCell<PageModel.Shown> {
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final double STEP = 12;
    private static final double BAR = 16;
    private static final double LABEL_SHARE = 0.4;

    private final PageModel page;
    private final DocumentsModel model;
    private final Messages.Room words;

    LineCell(PageModel page, DocumentsModel model) {
        this.page = page;
        this.model = model;
        words = model.messages().in(LineCell.class);
        getStyleClass().add("line-cell");
        setPrefWidth(0); // as wide as the list, so that words wrap
    }

    /// As high as its words are at the width of the list.
    @Override
    protected double computePrefHeight(double width) {
        var node = getGraphic();
        if (node == null || getListView() == null) return super.computePrefHeight(width);
        double room = getWidth() > 0 ? getWidth() : getListView().getWidth() - BAR;
        double inner = room - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + node.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    protected void updateItem(PageModel.@Nullable Shown shown, boolean empty) {
        super.updateItem(shown, empty);
        if (empty || shown == null) {
            pseudoClassStateChanged(HIT, false);
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        pseudoClassStateChanged(HIT, page.hit(shown.index()));
        setGraphic(graphic(shown));
        setAccessibleText(shown.line().plain());
    }

    private Node graphic(PageModel.Shown shown) {
        var line = shown.line();
        var node =
                switch (line.kind()) {
                    case HEADING -> heading(shown);
                    case TEXT -> paragraph(line);
                    case FACT, NUMBER, LINK, ABOUT -> fact(line);
                    case ROW -> row(line);
                    case FLAW -> label("⚠ " + line.text(), "warning");
                };
        var inset = new HBox(node);
        HBox.setHgrow(node, Priority.ALWAYS);
        inset.setPadding(
                new Insets(line.kind() == Kind.HEADING ? 8 : 0, 0, 0, STEP * line.depth()));
        return inset;
    }

    private Region heading(PageModel.Shown shown) {
        var line = shown.line();
        var sign = shown.folds() ? shown.folded() ? "▸ " : "▾ " : "";
        var count = shown.folded() ? "  (" + shown.below() + ")" : "";
        var box = new HBox(label(sign + line.label() + count, "heading"));
        box.getStyleClass().add("heading-line");
        if (!line.text().isEmpty()) box.getChildren().add(label(line.text(), "called"));
        if (!line.remark().isEmpty()) box.getChildren().add(label(line.remark(), "remark"));
        return box;
    }

    private Region paragraph(DocumentLine line) {
        var box = new VBox();
        if (!line.label().isEmpty()) box.getChildren().add(label(line.label(), "of"));
        box.getChildren().add(label(line.text(), "said"));
        remark(line, box);
        link(line, box);
        return box;
    }

    private Region fact(DocumentLine line) {
        var name = label(line.label(), "of");
        var box = new VBox();
        HBox.setHgrow(box, Priority.ALWAYS);
        if (!line.text().isEmpty() && line.kind() != Kind.LINK) {
            var said = label((line.text() + " " + line.unit()).strip(), style(line.kind()));
            box.getChildren().add(said);
        }
        remark(line, box);
        link(line, box);
        if (line.label().isEmpty()) return box;
        var row = new HBox(name, box);
        row.getStyleClass().add("fact");
        name.prefWidthProperty().bind(widthProperty().multiply(LABEL_SHARE));
        name.minWidthProperty().bind(widthProperty().multiply(LABEL_SHARE));
        box.setMinWidth(0);
        return row;
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case ABOUT -> "about";
            case HEADING, TEXT, FACT, LINK, ROW, FLAW -> "said";
        };
    }

    private static Region row(DocumentLine line) {
        var row = new HBox();
        row.getStyleClass().add("table-line");
        if (!line.label().isEmpty()) row.getChildren().add(cell(line.label(), "of"));
        for (var one : line.cells()) row.getChildren().add(cell(one, "said"));
        return row;
    }

    private static Label cell(String text, String style) {
        var cell = label(text, style);
        cell.setPrefWidth(0);
        cell.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    private static void remark(DocumentLine line, VBox box) {
        if (!line.remark().isEmpty()) box.getChildren().add(label(line.remark(), "remark"));
    }

    private void link(DocumentLine line, VBox box) {
        if (line.link().isEmpty()) {
            if (line.kind() == Kind.LINK) box.getChildren().add(label(line.text(), "about"));
            return;
        }
        switch (line.link().get()) {
            case DocumentLink.ToLine to -> {
                var link = new Hyperlink(line.text());
                link.setWrapText(true);
                link.setFocusTraversable(false);
                link.setOnAction(_ -> jump(to));
                box.getChildren().add(link);
            }
            case DocumentLink.ToObject to -> object(line, to, box);
        }
    }

    private void object(DocumentLine line, DocumentLink.ToObject to, VBox box) {
        var named = model.named(to);
        var what = line.kind() == Kind.LINK ? line.text() : "";
        if (named.isEmpty()) {
            if (!what.isEmpty()) box.getChildren().add(label(what, "about"));
            box.getChildren().add(label("⌀ " + model.missing(to), "gone"));
            return;
        }
        var said = what.isEmpty() ? words.text("show", named.get()) : what + " – " + named.get();
        var link = new Hyperlink(said);
        link.setWrapText(true);
        link.setFocusTraversable(false); // Enter on the line follows it
        link.setOnAction(_ -> model.follow(to));
        box.getChildren().add(link);
    }

    private void jump(DocumentLink.ToLine to) {
        page.lineOf(to.position())
                .ifPresent(
                        index ->
                                page.reveal(index)
                                        .ifPresent(
                                                place -> {
                                                    getListView().scrollTo(place);
                                                    getListView().getSelectionModel().select(place);
                                                }));
    }

    /// What Enter does on the line.
    static void enter(
            PageModel.Shown shown, PageModel page, DocumentsModel model, Runnable jumped) {
        if (shown.folds()) {
            page.fold(shown.index(), !shown.folded());
            return;
        }
        if (shown.line().link().isEmpty()) return;
        switch (shown.line().link().get()) {
            case DocumentLink.ToObject to -> model.follow(to);
            case DocumentLink.ToLine _ -> jumped.run();
        }
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style.toLowerCase(Locale.ROOT));
        return label;
    }
}
