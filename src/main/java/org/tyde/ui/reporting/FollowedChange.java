package org.tyde.ui.reporting;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.tyde.evidence.ReportDocument;
import org.tyde.report.FollowedText;
import org.tyde.report.Section;
import org.tyde.report.documents.TextDifference;
import org.tyde.report.sign.SigningSummary;
import org.tyde.ui.Messages;

import java.util.Locale;

/// Whose report is followed, and what is said otherwise now: what only he said is struck through, what is new
/// is underlined.
final class FollowedChange extends VBox {
    /// @param messages words
    /// @param summary of what would be signed
    /// @param followed the report that stands
    FollowedChange(Messages messages, SigningSummary summary, ReportDocument followed) {
        var words = messages.in(FollowedChange.class);
        getStyleClass().add("followed");
        var author = followed.author().map(a -> a.name().display()).orElse("");
        add(words.text("followed.by", author), "heading");
        var before = FollowedText.of(followed);
        boolean same = true;
        for (var section : Section.of(summary.head().kind())) {
            if (!section.editable()) continue;
            var pieces =
                    TextDifference.of(
                            before.of(section).strip(), summary.text().of(section).strip());
            if (TextDifference.same(pieces)) continue;
            same = false;
            add(section.heading(messages.locale()), "quiet");
            var flow = new TextFlow();
            for (var piece : pieces) flow.getChildren().add(text(piece));
            getChildren().add(flow);
        }
        if (same) add(words.text("followed.same"));
    }

    private static Text text(TextDifference.Piece piece) {
        var text = new Text(piece.text());
        text.getStyleClass().addAll("piece", piece.kind().name().toLowerCase(Locale.ROOT));
        text.setStrikethrough(piece.kind() == TextDifference.Kind.REMOVED);
        text.setUnderline(piece.kind() == TextDifference.Kind.ADDED);
        return text;
    }

    private void add(String words, String... styles) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        getChildren().add(label);
    }
}
