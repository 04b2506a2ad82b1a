package org.tyde.ui.reporting;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.evidence.ReportDocument;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportKind;
import org.tyde.report.sign.ImagesRead;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningSummary;
import org.tyde.report.sign.StoredReport;
import org.tyde.report.sign.StudyStanding;
import org.tyde.ui.Messages;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is looked at between the first and the second act of signing: whose report, of what, its
/// conclusion, which images it rests on, and what was found. It covers the report, so that nothing can
/// change behind it.
final class SigningPane extends VBox {
    private final SigningModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final Supplier<Optional<StudyStanding>> standing;
    private final Consumer<SigningCheck.Place> goThere;
    private final VBox body = new VBox();

    /// @param model the two acts
    /// @param messages words
    /// @param standing of the study's reports, as far as it is known
    /// @param goThere leads to what a check is about
    SigningPane(
            SigningModel model,
            Messages messages,
            Supplier<Optional<StudyStanding>> standing,
            Consumer<SigningCheck.Place> goThere) {
        this.standing = standing;
        this.model = model;
        this.messages = messages;
        this.words = messages.in(SigningPane.class);
        this.goThere = goThere;
        getStyleClass().add("signing");
        setAccessibleRole(AccessibleRole.DIALOG);
        body.getStyleClass().add("body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("editor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, new SigningButtons(model, messages));
        model.summaryProperty().subscribe(_ -> show());
        model.meanwhileProperty().subscribe(_ -> show());
        model.problemProperty().subscribe(_ -> show());
        model.archiveSilentProperty().subscribe(_ -> show());
        model.withoutMissingProperty().subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private void show() {
        body.getChildren().clear();
        var now = model.summaryProperty().get();
        setVisible(now.isPresent());
        now.ifPresent(this::fill);
    }

    private void fill(SigningSummary summary) {
        var head = summary.head();
        add(label(words.text("sign.title." + head.kind()), "title"));
        if (summary.independent()) add(label(words.text("sign.independent"), "warning"));
        add(label(head.patientName().display(), "name", "strong"));
        add(label(ReportHeading.number(words, head)));
        add(label(ReportHeading.examination(words, head)));
        add(label(words.text("sign.conclusion"), "heading"));
        add(
                summary.conclusion().isBlank()
                        ? label(words.text("missing"), "warning")
                        : label(summary.conclusion(), "conclusion"));
        followed(summary).ifPresent(f -> add(new FollowedChange(messages, summary, f)));
        add(label(words.text("sign.images"), "heading"));
        add(label(images(summary.images())));
        if (!summary.checks().isEmpty()) {
            var list = new CheckList(messages, summary.checks(), this::go, model::decide);
            add(list);
            list.takeFocus();
        }
        if (summary.images().incomplete())
            add(choice("sign.without.images", model.withoutMissingProperty()));
        if (model.archiveSilentProperty().get())
            add(choice("sign.without.asking", model.withoutAskingProperty()));
        for (var report : model.meanwhileProperty().get()) addMeanwhile(report);
        summary.signer()
                .ifPresent(
                        who ->
                                add(
                                        label(
                                                words.text("sign.signer", who.name().display()),
                                                "signer",
                                                "quiet")));
        model.problemProperty().get().ifPresent(p -> add(label(p, "danger")));
    }

    /// The one report that is gone on from; an addendum stands for itself.
    private Optional<ReportDocument> followed(SigningSummary summary) {
        var head = summary.head();
        if (head.follows().size() != 1 || head.kind() == ReportKind.ADDENDUM)
            return Optional.empty();
        return standing.get().stream()
                .flatMap(s -> s.reports().stream())
                .filter(r -> r.uid().equals(head.follows().getFirst().sopUid()))
                .map(StoredReport::document)
                .findFirst();
    }

    private void add(Node node) {
        body.getChildren().add(node);
    }

    private void addMeanwhile(PriorReport report) {
        var author = report.document().responsible().map(a -> a.name().display()).orElse("");
        add(label(words.text("sign.meanwhile", author), "heading", "warning"));
        for (var paragraph : report.paragraphs(messages.locale())) {
            add(label(paragraph.heading(), "quiet"));
            add(label(paragraph.text()));
        }
    }

    private String images(ImagesRead images) {
        var received =
                images.expected().isPresent()
                        ? words.text(
                                "sign.received", images.received(), images.expected().getAsInt())
                        : words.text("sign.received.unknown", images.received());
        return images.neverShown() == 0
                ? received + ". " + words.text("sign.shown.all")
                : received + ". " + words.text("sign.shown.not", images.neverShown());
    }

    private void go(SigningCheck check) {
        model.cancel();
        goThere.accept(check.place());
    }

    private Node choice(String key, javafx.beans.property.BooleanProperty chosen) {
        var box = new CheckBox(words.text(key));
        box.setSelected(chosen.get());
        box.selectedProperty().subscribe(chosen::set);
        return box;
    }

    private static Label label(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
