package org.tyde.ui.documents;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.evidence.document.DocumentLine;
import org.tyde.evidence.document.DocumentLink;
import org.tyde.evidence.document.DocumentPage;
import org.tyde.ui.Messages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One document to be read: whose and by whom, then its lines. By keyboard: arrows walk the lines, left and
/// right fold, Enter follows a link, Ctrl+F finds, Ctrl+C copies.
final class DocumentPane extends VBox {
    private final DocumentsModel model;
    private final Messages.Room words;
    private final PageModel page = new PageModel();
    private final DocumentHeading heading;
    private final ListView<PageModel.Shown> lines = new ListView<>(page.shown());
    private final HBox finding = new HBox();
    private final TextField sought = new TextField();
    private final Label hits = new Label();
    private int at = -1;

    DocumentPane(DocumentsModel model) {
        this.model = model;
        words = model.messages().in(DocumentPane.class);
        getStyleClass().add("document-pane");
        heading = new DocumentHeading(model.messages());
        lines.getStyleClass().add("document-lines");
        lines.setCellFactory(_ -> new LineCell(page, model));
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.accessibleTextProperty().bind(words.bind("lines"));
        VBox.setVgrow(lines, Priority.ALWAYS);
        finding();
        getChildren().setAll(heading, finding, lines, foot());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.pageProperty().subscribe(this::show);
    }

    private void show(Optional<DocumentPage> next) {
        heading.show(next);
        page.open(next.map(DocumentPage::lines).orElse(List.of()));
        at = -1;
        if (!page.shown().isEmpty()) {
            lines.scrollTo(0);
            lines.getSelectionModel().clearAndSelect(0);
        }
    }

    private void finding() {
        finding.getStyleClass().add("finding");
        sought.promptTextProperty().bind(words.bind("find"));
        sought.textProperty().bindBidirectional(page.soughtProperty());
        sought.textProperty().subscribe(_ -> next(false));
        hits.getStyleClass().add("quiet");
        HBox.setHgrow(sought, Priority.ALWAYS);
        finding.getChildren().setAll(sought, hits);
        finding.setVisible(false);
        finding.managedProperty().bind(finding.visibleProperty());
    }

    private void openFinding(boolean open) {
        finding.setVisible(open);
        if (open) sought.requestFocus();
        else {
            sought.clear();
            lines.requestFocus();
        }
    }

    private FlowPane foot() {
        var all = new CheckBox();
        all.selectedProperty().bindBidirectional(page.allProperty());
        all.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> words.text("all", page.hiddenProperty().get()),
                                page.hiddenProperty(),
                                model.messages().localeProperty()));
        all.visibleProperty().bind(page.hiddenProperty().greaterThan(0).or(page.allProperty()));
        all.managedProperty().bind(all.visibleProperty());
        var foot =
                new FlowPane(
                        button("find.open", () -> openFinding(true)),
                        button("fold", () -> page.foldAll(true)),
                        button("unfold", () -> page.foldAll(false)),
                        button("copy", this::copyAll),
                        all);
        foot.getStyleClass().add("document-foot");
        return foot;
    }

    private Button button(String key, Runnable action) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        button.getStyleClass().addAll("flat");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) openFinding(true);
        else if (event.isShortcutDown() && event.getCode() == KeyCode.C && lines.isFocused())
            copy(chosen());
        else if (event.getCode() == KeyCode.ENTER && sought.isFocused()) next(event.isShiftDown());
        else if (event.getCode() == KeyCode.ESCAPE && finding.isVisible()) openFinding(false);
        else if (lines.isFocused() && !onLine(event.getCode())) return;
        else if (!lines.isFocused()) return;
        event.consume();
    }

    private boolean onLine(KeyCode code) {
        var shown = lines.getSelectionModel().getSelectedItem();
        if (shown == null) return false;
        switch (code) {
            case ENTER -> LineCell.enter(shown, page, model, () -> jump(shown.line()));
            case LEFT -> page.fold(shown.index(), true);
            case RIGHT -> page.fold(shown.index(), false);
            default -> {
                return false;
            }
        }
        page.shown().stream()
                .filter(s -> s.index() == shown.index())
                .findFirst()
                .ifPresent(s -> lines.getSelectionModel().clearAndSelect(page.shown().indexOf(s)));
        return true;
    }

    private void jump(DocumentLine line) {
        if (line.link().orElse(null) instanceof DocumentLink.ToLine to)
            page.lineOf(to.position()).ifPresent(this::reveal);
    }

    private void next(boolean back) {
        int count = page.hits();
        hits.setText(sought.getText().isBlank() ? "" : words.text("hits", count));
        page.next(at, back).ifPresent(this::reveal);
    }

    private void reveal(int index) {
        at = index;
        page.reveal(index)
                .ifPresent(
                        place -> {
                            lines.getSelectionModel().clearAndSelect(place);
                            lines.scrollTo(Math.max(0, place - 2));
                        });
    }

    /// Looks again at what of the images is here.
    void refresh() {
        lines.refresh();
    }

    /// @return whether what was looked for has been put away
    boolean cancel() {
        boolean open = finding.isVisible();
        if (open) openFinding(false);
        return open;
    }

    private List<DocumentLine> chosen() {
        return lines.getSelectionModel().getSelectedItems().stream()
                .map(PageModel.Shown::line)
                .toList();
    }

    private void copy(List<DocumentLine> some) {
        put(
                some.stream()
                        .map(l -> "  ".repeat(l.depth()) + l.plain())
                        .collect(Collectors.joining("\n")));
    }

    private void copyAll() {
        model.pageProperty().get().map(DocumentPage::plain).ifPresent(DocumentPane::put);
    }

    private static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    void focusLines() {
        lines.requestFocus();
    }
}
