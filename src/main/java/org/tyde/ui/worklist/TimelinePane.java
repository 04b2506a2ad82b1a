package org.tyde.ui.worklist;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.tyde.prior.RelevantPriors;
import org.tyde.study.PatientTimeline;
import org.tyde.study.Study;
import org.tyde.ui.Messages;

import java.util.function.Consumer;

/// What was done to the chosen patient before, newest on the left: date, how long before, what.
final class TimelinePane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass APART = PseudoClass.getPseudoClass("apart");
    private final WorklistModel model;
    private final StudyTexts texts;
    private final Messages messages;
    private final Messages.Room words;
    private final Label heading = new Label();
    private final HBox line = new HBox();
    private final Consumer<Study> read;

    /// @param read opens a study of the timeline by hand
    TimelinePane(WorklistModel model, Messages messages, StudyTexts texts, Consumer<Study> read) {
        this.read = read;
        this.model = model;
        this.texts = texts;
        this.messages = messages;
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
        model.timeline().addListener((ListChangeListener<PatientTimeline.Entry>) _ -> show());
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
        var entries = model.timeline();
        int apart = 0;
        for (var entry : entries) if (isApart(entry, current)) apart++;
        int sure = entries.size() - apart;
        var text =
                words.text(
                        sure > 1 ? "timeline.of" : "timeline.only",
                        texts.name(current.patient()),
                        sure);
        heading.setText(apart == 0 ? text : text + ". " + words.text("timeline.apart", apart));
        for (var entry : entries) line.getChildren().add(card(entry, current));
    }

    private static boolean isApart(PatientTimeline.Entry entry, Study current) {
        return !entry.study().uid().equals(current.uid()) && !entry.identity().joins();
    }

    private VBox card(PatientTimeline.Entry entry, Study current) {
        var study = entry.study();
        var date = new Label(texts.dateTime(study));
        date.getStyleClass().add("strong");
        var what = new Label(texts.modalities(study) + "  " + texts.description(study));
        boolean same = study.uid().equals(current.uid());
        var when = new Label(same ? words.text("timeline.this") : texts.before(study, current));
        when.getStyleClass().add(same ? "quiet" : "prior");
        var card = new VBox(date, what, when);
        card.getStyleClass().add("study-card");
        card.pseudoClassStateChanged(CHOSEN, same);
        boolean apart = isApart(entry, current);
        card.pseudoClassStateChanged(APART, apart);
        if (!same) card.getChildren().add(why(entry, current, apart));
        card.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2)
                        read.accept(study);
                });
        return card;
    }

    /// Why it may be another's, or what it has to do with the chosen study.
    private Label why(PatientTimeline.Entry entry, Study current, boolean apart) {
        var locale = messages.locale();
        var why =
                new Label(
                        apart
                                ? entry.identity().sentence(locale)
                                : RelevantPriors.relation(current, entry.study()).reason(locale));
        why.getStyleClass().add(apart ? "warning" : "quiet");
        return why;
    }
}
