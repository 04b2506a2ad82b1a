package org.tyde.ui.documents;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.tyde.report.documents.DocumentDifference;
import org.tyde.report.documents.TextDifference;
import org.tyde.ui.Messages;

import java.util.Locale;
import java.util.Optional;

/// What differs between two reports: what only the earlier one says is struck through, what only the later one
/// says is underlined, numbers are heavier; colour says the same once more.
final class DifferencePane extends ScrollPane {
    private final Messages.Room words;
    private final VBox page = new VBox();

    DifferencePane(DocumentsModel model) {
        words = model.messages().in(DifferencePane.class);
        getStyleClass().addAll("difference", "editor-scroll");
        page.getStyleClass().add("page");
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.comparedProperty().subscribe(this::show);
    }

    private void show(Optional<DocumentsModel.Compared> compared) {
        page.getChildren().clear();
        if (compared.isEmpty()) return;
        var one = compared.get();
        var before =
                piece(new TextDifference.Piece(TextDifference.Kind.REMOVED, one.before(), false));
        var after = piece(new TextDifference.Piece(TextDifference.Kind.ADDED, one.after(), false));
        page.getChildren().add(new TextFlow(before, new Text("  "), after));
        long changed = one.difference().changed();
        page.getChildren().add(label(words.text("difference.changed", changed), "quiet"));
        for (var part : one.difference().parts()) section(part);
        setVvalue(0);
    }

    private void section(DocumentDifference.Section part) {
        var heading =
                part.same()
                        ? part.heading() + "  " + words.text("difference.same")
                        : part.heading();
        page.getChildren().add(label(heading, "heading"));
        var flow = new TextFlow();
        flow.getStyleClass().add("flow");
        flow.setAccessibleText(said(part));
        var before = TextDifference.Kind.SAME;
        for (var piece : part.pieces()) {
            boolean meet = before != piece.kind() && before != TextDifference.Kind.SAME;
            if (meet && piece.kind() != TextDifference.Kind.SAME)
                flow.getChildren().add(new Text("\u2009"));
            flow.getChildren().add(piece(piece));
            before = piece.kind();
        }
        page.getChildren().add(flow);
    }

    private static Text piece(TextDifference.Piece piece) {
        var text = new Text(piece.text());
        text.getStyleClass().addAll("piece", piece.kind().name().toLowerCase(Locale.ROOT));
        if (piece.number()) text.getStyleClass().add("figure");
        text.setStrikethrough(piece.kind() == TextDifference.Kind.REMOVED);
        text.setUnderline(piece.kind() == TextDifference.Kind.ADDED);
        return text;
    }

    /// For who hears the screen: the kinds are said.
    private String said(DocumentDifference.Section part) {
        var said = new StringBuilder(part.heading()).append(". ");
        for (var piece : part.pieces())
            said.append(
                    switch (piece.kind()) {
                        case SAME -> piece.text();
                        case REMOVED -> words.text("difference.removed", piece.text());
                        case ADDED -> words.text("difference.added", piece.text());
                    });
        return said.toString();
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
