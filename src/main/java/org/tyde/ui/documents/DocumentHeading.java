package org.tyde.ui.documents;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.tyde.evidence.DocumentState;
import org.tyde.evidence.document.DocumentHead;
import org.tyde.evidence.document.DocumentPage;
import org.tyde.ui.Messages;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands above a document: what it is, how final and by whom, of which examination, and whose. That it is
/// not final is said in words and wears the warning colour besides.
final class DocumentHeading extends VBox {
    private static final PseudoClass NOT_FINAL = PseudoClass.getPseudoClass("not-final");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private final Messages.Room words;

    DocumentHeading(Messages messages) {
        words = messages.in(DocumentHeading.class);
        getStyleClass().add("document-heading");
    }

    void show(Optional<DocumentPage> page) {
        getChildren().clear();
        page.ifPresent(this::show);
    }

    private void show(DocumentPage page) {
        var head = page.head();
        add(page.title(), "title");
        boolean isFinal = head.state() == DocumentState.SIGNED && head.awaits().isEmpty();
        var state = add(page.state(), "state");
        state.pseudoClassStateChanged(NOT_FINAL, !isFinal);
        add(joined(" · ", examination(head), written(head)), "quiet");
        add(joined(" · ", head.patient().display(), head.patientId()), "quiet");
        add(by(head), "quiet");
        if (!head.predecessors().isEmpty())
            add(words.text("predecessors", head.predecessors().size()), "quiet");
        if (!page.template().known()) add(page.template().words(), "strange");
    }

    private String examination(DocumentHead head) {
        return joined(
                " ",
                head.examination(),
                head.examined().map(DocumentWords.DAY::format).orElse(""),
                head.accession().isBlank() ? "" : "(" + head.accession() + ")");
    }

    private String written(DocumentHead head) {
        return head.written().map(w -> words.text("written", MINUTE.format(w))).orElse("");
    }

    private String by(DocumentHead head) {
        var people = String.join("; ", head.people());
        var devices = head.devices().stream().distinct().collect(Collectors.joining("; "));
        return joined(
                " · ",
                people.isEmpty() ? "" : words.text("by", people),
                devices.isEmpty() ? "" : words.text("device", devices));
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(p -> !p.isBlank()).collect(Collectors.joining(between));
    }

    private Label add(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        if (!text.isBlank()) getChildren().add(label);
        return label;
    }
}
