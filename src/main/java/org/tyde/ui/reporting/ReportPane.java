package org.tyde.ui.reporting;

import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.tyde.report.Caret;
import org.tyde.report.Report;
import org.tyde.report.ReportKind;
import org.tyde.report.sign.SigningCheck;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.StatePane;
import org.tyde.ui.reporting.editor.EditorScroll;
import org.tyde.ui.reporting.editor.ReportEditor;
import org.tyde.ui.reporting.flow.AiFindingsBar;
import org.tyde.ui.reporting.flow.HistoryPane;
import org.tyde.ui.reporting.flow.LesionsPane;
import org.tyde.ui.reporting.flow.MeasuredBar;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The report beside the images: whose it is, the microphone, one continuous text, whether it is saved,
/// and how it is finished.
public final class ReportPane extends StackPane {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ReportModel model;
    private final Messages.Room words;
    private final ReportHeading heading;
    private final ReportEditor editor;
    private final WhatCanISayPane sayable;
    private final MeasuredBar measured;
    private final AiFindingsBar found;
    private final Label saved = new Label();
    private final VBox page = new VBox();
    private final StatePane blank = new StatePane();
    private final Consumer<SigningCheck.Place> goThere;
    private final EventHandler<MouseEvent> buttonUp;
    private final EventHandler<KeyEvent> keyUp;

    /// @param model the report of this desk
    /// @param goThere leads to images or settings, where a check is about them
    public ReportPane(ReportModel model, Consumer<SigningCheck.Place> goThere) {
        this.model = model;
        this.goThere = goThere;
        words = model.messages().in(ReportPane.class);
        buttonUp = _ -> model.signing().released();
        keyUp =
                event -> {
                    if (event.getCode() == KeyCode.ENTER) model.signing().released();
                };
        getStyleClass().add("report-pane");
        ControlStyles.wear(this, ReportPane.class, "reporting.css");
        heading = new ReportHeading(model.messages());
        editor = new ReportEditor(model.messages(), _ -> {});
        editor.share(model.selection());
        editor.expandThrough(model.templates()::expand);
        new UncertainWords(editor, model);
        editor.remember(model.flow());
        measured = new MeasuredBar(model.flow(), model.messages(), _ -> {});
        found = new AiFindingsBar(model.flow(), model.messages());
        var scroll = new EditorScroll(editor);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        page.getStyleClass().add("page");
        page.getChildren()
                .addAll(
                        heading,
                        new StandingBar(model, _ -> focusEditor()),
                        new SpeechBar(model),
                        scroll,
                        measured,
                        found,
                        new SectionBar(model),
                        new TemplateBar(model),
                        foot());
        var signing =
                new SigningPane(
                        model.signing(),
                        model.messages(),
                        () -> model.standing().standingProperty().get(),
                        this::lead);
        sayable = new WhatCanISayPane(model.dictation().dictation(), model.messages());
        var templates = new TemplatePane(model, this::focusEditor);
        getChildren().addAll(blank, page, sayable, signing, templates);
        model.templates().calculatingProperty().subscribe(page::setDisable);
        getChildren().add(new RadsPane(model, this::focusEditor));
        getChildren().add(new LesionsPane(model.lesions(), this::focusEditor));
        getChildren().add(new HistoryPane(model.history(), this::focusEditor));
        model.history().shownProperty().subscribe(page::setDisable);
        model.lesions().shownProperty().subscribe(page::setDisable);
        model.templates().choosingProperty().subscribe(page::setDisable);
        model.reportProperty().subscribe(this::show);
        model.savedProperty().subscribe(_ -> showSaved());
        model.messages()
                .localeProperty()
                .subscribe(
                        _ -> {
                            showSaved();
                            showBlank();
                        });
        model.noticeProperty().subscribe(_ -> showBlank());
        model.signing().summaryProperty().subscribe(s -> coverPage(s.isPresent()));
        sceneProperty().subscribe((before, now) -> listenForRelease(before, now));
    }

    /// While the summary is looked at nothing behind it can be typed in.
    private void coverPage(boolean covered) {
        boolean was = page.isDisabled();
        page.setDisable(covered);
        if (was && !covered && isVisible()) focusEditor();
    }

    private void showBlank() {
        var notice = model.noticeProperty().get();
        if (notice.isPresent())
            blank.show(
                    StatePane.Kind.ERROR,
                    words.text("blank.failed"),
                    model.messages().sentence(notice.get()));
        else blank.show(StatePane.Kind.EMPTY, words.text("blank"), words.text("blank.how"));
    }

    private VBox foot() {
        saved.getStyleClass().addAll("saved", "quiet");
        var aside = button("aside", model::putAside);
        var preliminary = button("preliminary", model::preliminary);
        preliminary.managedProperty().bind(preliminary.visibleProperty());
        Runnable may = () -> preliminary.setVisible(mayBePreliminary(model.reportProperty().get()));
        model.reportProperty().subscribe(_ -> may.run());
        model.savedProperty().subscribe(_ -> may.run());
        var sign = button("sign", model::sign);
        sign.getStyleClass().add("accent");
        var buttons = new FlowPane(aside, preliminary, sign);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var foot = new VBox(new RivalLine(model), saved, buttons);
        foot.getStyleClass().add("foot");
        return foot;
    }

    /// One of two independent readings leaves sealed and whole, or not at all.
    private static boolean mayBePreliminary(Optional<Report> report) {
        return report.filter(r -> r.head().kind() == ReportKind.REPORT)
                .filter(r -> !r.shape().independent())
                .isPresent();
    }

    private Button button(String key, Runnable action) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The second act of signing needs the key or the mouse button to have been up.
    private void listenForRelease(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_RELEASED, keyUp);
            before.removeEventFilter(MouseEvent.MOUSE_RELEASED, buttonUp);
        }
        if (now == null) return;
        now.addEventFilter(KeyEvent.KEY_RELEASED, keyUp);
        now.addEventFilter(MouseEvent.MOUSE_RELEASED, buttonUp);
    }

    private void show(Optional<Report> report) {
        heading.show(report);
        editor.edit(report);
        measured.show(report);
        found.show(report);
        page.setVisible(report.isPresent());
        blank.setVisible(report.isEmpty());
    }

    private void showSaved() {
        var now = model.savedProperty().get();
        var at = now.at().map(CLOCK::format).orElse("");
        saved.setText(
                switch (now.kind()) {
                    case NOTHING -> "";
                    case SAVING -> words.text("saved.pending");
                    case SAVED -> words.text("saved", at);
                    case FAILED -> words.text("saved.failed");
                });
    }

    private void lead(SigningCheck.Place place) {
        if (place instanceof SigningCheck.Place.Text(var section, var offset)
                && section.editable()) {
            model.reportProperty().get().ifPresent(r -> r.place(new Caret(section, offset)));
            focusEditor();
        } else goThere.accept(place);
    }

    /// Puts the keyboard into the text.
    public void focusEditor() {
        editor.requestFocus();
    }

    /// @return what can be said now, put away until it is asked for
    public WhatCanISayPane sayable() {
        return sayable;
    }

    /// @param again whether to take a step again instead of back
    public void undo(boolean again) {
        editor.undo(again);
    }

    /// @return whether the keyboard is in the text
    public boolean writing() {
        return editor.isFocused();
    }
}
