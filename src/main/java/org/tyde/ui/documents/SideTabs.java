package org.tyde.ui.documents;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

/// What stands beside the report being written: the referral, or the patient's documents.
public final class SideTabs extends BorderPane {
    private final ToggleButton referral = new ToggleButton();
    private final ToggleButton documents = new ToggleButton();

    /// @param messages words
    /// @param first the referral
    /// @param second the documents
    public SideTabs(Messages messages, Node first, Node second) {
        getStyleClass().add("side-tabs");
        ControlStyles.wear(this, SideTabs.class, "documents.css");
        var words = messages.in(SideTabs.class);
        var group = new ToggleGroup();
        for (var tab : new ToggleButton[] {referral, documents}) {
            tab.getStyleClass().addAll("flat", "tab-title");
            tab.setToggleGroup(group);
        }
        referral.textProperty().bind(words.bind("tab.referral"));
        documents.textProperty().bind(words.bind("tab.documents"));
        referral.setSelected(true);
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) group.selectToggle(before);
                        });
        first.visibleProperty().bind(referral.selectedProperty());
        second.visibleProperty().bind(documents.selectedProperty());
        var bar = new HBox(referral, documents);
        bar.getStyleClass().add("tab-bar");
        setTop(bar);
        setCenter(new StackPane(first, second));
        setMinHeight(0);
    }

    /// @param shown whether the documents are shown, else the referral
    public void showDocuments(boolean shown) {
        (shown ? documents : referral).setSelected(true);
    }

    /// @return whether the documents are shown
    public boolean documentsShown() {
        return documents.isSelected();
    }
}
