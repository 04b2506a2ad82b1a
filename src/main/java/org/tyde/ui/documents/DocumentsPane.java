package org.tyde.ui.documents;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.tyde.report.documents.StudyDocument;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.StatePane;

/// The patient's documents: the list, or the one that is read with what it is compared with.
public final class DocumentsPane extends StackPane {
    private final DocumentsModel model;
    private final Messages.Room words;
    private final ListView<StudyDocument> list;
    private final StatePane none = new StatePane();
    private final DocumentPane document;
    private final DifferencePane difference;
    private final VBox reading = new VBox();
    private final MenuButton others = new MenuButton();
    private final Button mine;
    private final Button readOnly;
    private final Label notice = new Label();

    /// @param model of the desk
    public DocumentsPane(DocumentsModel model) {
        this.model = model;
        words = model.messages().in(DocumentsPane.class);
        getStyleClass().add("documents-pane");
        ControlStyles.wear(this, DocumentsPane.class, "documents.css");
        list = new ListView<>(model.documents());
        list.getStyleClass().add("document-list");
        list.setCellFactory(_ -> new DocumentCell(model.messages()));
        list.accessibleTextProperty().bind(words.bind("list"));
        list.setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.ENTER) chooseSelected();
                });
        list.setOnMouseClicked(_ -> chooseSelected());
        document = new DocumentPane(model);
        difference = new DifferencePane(model);
        mine = button("compare.mine", model::compareWithMine);
        readOnly = button("compare.end", model::readOnly);
        others.textProperty().bind(words.bind("compare.other"));
        others.getStyleClass().addAll("flat");
        others.setOnShowing(_ -> fillOthers());
        others.getItems().setAll(new MenuItem("")); // else it does not open
        var bar = new FlowPane(button("back", model::close), mine, others, readOnly);
        bar.getStyleClass().add("document-bar");
        notice.getStyleClass().add("warning");
        notice.setWrapText(true);
        notice.setMinHeight(USE_PREF_SIZE);
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        VBox.setVgrow(document, Priority.ALWAYS);
        VBox.setVgrow(difference, Priority.ALWAYS);
        reading.getChildren().setAll(bar, notice, document, difference);
        getChildren().setAll(none, list, reading);
        model.documents().addListener((ListChangeListener<StudyDocument>) _ -> show());
        model.chosenProperty().subscribe(this::show);
        model.comparedProperty().subscribe(this::show);
        model.noticeProperty().subscribe(this::show);
        model.messages().localeProperty().subscribe(_ -> list.refresh());
    }

    private void chooseSelected() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) model.choose(chosen);
    }

    private void fillOthers() {
        others.getItems()
                .setAll(
                        model.others().stream()
                                .map(
                                        d -> {
                                            var item =
                                                    new MenuItem(
                                                            DocumentWords.name(d, model.messages())
                                                                    + " · "
                                                                    + DocumentWords.about(
                                                                            d, model.messages()));
                                            item.setOnAction(_ -> model.compareWith(d));
                                            return item;
                                        })
                                .toList());
    }

    private void show() {
        boolean had = focused(); // what is hidden loses the keyboard to somebody else
        boolean reads = model.chosenProperty().get().isPresent();
        boolean compares = model.comparedProperty().get().isPresent();
        show(reading, reads);
        show(list, !reads && !model.documents().isEmpty());
        show(none, !reads && model.documents().isEmpty());
        none.show(StatePane.Kind.EMPTY, words.text("none"), model.noticeProperty().get());
        show(document, !compares);
        show(difference, compares);
        show(readOnly, compares);
        show(mine, reads && !compares && model.comparable());
        show(others, reads && model.comparesWithOthers());
        if (!had) return;
        if (compares) difference.requestFocus();
        else if (reads) document.focusLines();
        else focusList();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Button button(String key, Runnable action) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        button.getStyleClass().addAll("flat");
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The images of the open case are others, or more: links are looked at again.
    public void refresh() {
        document.refresh();
    }

    /// Puts the keyboard into the list or the document.
    public void focus() {
        if (model.chosenProperty().get().isPresent()) document.focusLines();
        else focusList();
    }

    private void focusList() {
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
        list.requestFocus();
    }

    /// Asked of the scene: a pane that was hidden while it had the keyboard goes on saying that it has it.
    ///
    /// @return whether the keyboard is in it, so that arrows and letters are for it
    public boolean focused() {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) if (at == this) return isVisible();
        return false;
    }

    /// Goes one step back: from looking for something, from comparing, from the document to the list.
    ///
    /// @return whether there was a step
    public boolean cancel() {
        if (!focused()) return false;
        if (document.cancel()) return true;
        if (model.comparedProperty().get().isPresent()) model.readOnly();
        else if (model.chosenProperty().get().isPresent()) model.close();
        else return false;
        return true;
    }
}
