package org.tyde.ui.worklist;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.tyde.study.Study;
import org.tyde.ui.Messages;

/// What was done to the chosen patient before, newest on the left: date, how long before, what.
final class TimelinePane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final WorklistModel model;
    private final StudyTexts texts;
    private final Messages.Room words;
    private final Label heading = new Label();
    private final HBox line = new HBox();

    TimelinePane(WorklistModel model, Messages messages, StudyTexts texts) {
        this.model = model;
        this.texts = texts;
        words = messages.in(TimelinePane.class);
        getStyleClass().addAll("timeline", "panel");
        heading.getStyleClass().add("quiet");
        line.getStyleClass().add("studies");
        var scroll = new ScrollPane(line);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("timeline-scroll");
        scroll.setFocusTraversable(false);
        getChildren().addAll(heading, scroll);
        model.timeline().addListener((ListChangeListener<Study>) _ -> show());
        model.chosenProperty().subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private void show() {
        line.getChildren().clear();
        var row = model.chosenProperty().get();
        if (row == null) {
            heading.setText(words.text("timeline.none"));
            return;
        }
        var current = row.study();
        var studies = model.timeline();
        heading.setText(
                words.text(
                        studies.size() > 1 ? "timeline.of" : "timeline.only",
                        texts.name(current.patient()),
                        studies.size()));
        for (var study : studies) line.getChildren().add(card(study, current));
    }

    private VBox card(Study study, Study current) {
        var date = new Label(texts.dateTime(study));
        date.getStyleClass().add("strong");
        var what = new Label(texts.modalities(study) + "  " + texts.description(study));
        boolean same = study.uid().equals(current.uid());
        var when = new Label(same ? words.text("timeline.this") : texts.before(study, current));
        when.getStyleClass().add(same ? "quiet" : "prior");
        var card = new VBox(date, what, when);
        card.getStyleClass().add("study-card");
        card.pseudoClassStateChanged(CHOSEN, same);
        return card;
    }
}
