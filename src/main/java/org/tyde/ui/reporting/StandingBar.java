package org.tyde.ui.reporting;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.tyde.evidence.Awaits;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Standing;
import org.tyde.report.ReportKind;
import org.tyde.report.screening.JointReading;
import org.tyde.report.sign.Offer;
import org.tyde.report.sign.StoredReport;
import org.tyde.report.sign.StudyStanding;
import org.tyde.ui.Messages;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What stands on the open study already, and what may be done about it: whose it is, when it was sent,
/// whom it waits for. Nothing where nothing stands.
final class StandingBar extends VBox {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private static final double LEAST_READINGS = 136;
    private static final double MOST_READINGS = 320;

    private final ReportModel model;
    private final Messages.Room words;
    private final Consumer<Offer> disagreed;

    /// @param model the report of this desk
    /// @param disagreed told what was begun by a second reader who does not agree
    StandingBar(ReportModel model, Consumer<Offer> disagreed) {
        this.model = model;
        this.disagreed = disagreed;
        words = model.messages().in(StandingBar.class);
        getStyleClass().add("standing-bar");
        managedProperty().bind(visibleProperty());
        model.standing().standingProperty().subscribe(_ -> show());
        model.reportProperty().subscribe(_ -> show());
        model.messages().localeProperty().subscribe(_ -> show());
    }

    private void show() {
        getChildren().clear();
        var now = model.standing().standingProperty().get();
        now.ifPresent(this::fill);
        setVisible(!getChildren().isEmpty());
    }

    private void fill(StudyStanding standing) {
        var joined = consensus(standing).map(JointReading::readings).orElse(List.of());
        for (var report : standing.current()) {
            if (joined.contains(report.document())) continue;
            var said = new Label(sentence(report.document(), standing));
            said.setWrapText(true);
            said.setMinHeight(USE_PREF_SIZE);
            said.getStyleClass().add(report.document().state().holds() ? "quiet" : "warning");
            getChildren().add(said);
        }
        if (standing.standing().besideEachOther().size() > 1) warn("standing.beside");
        var turns = standing.standing().turns();
        if (turns.stream().anyMatch(t -> sealed(t, standing))) warn("readings.sealed");
        consensus(standing).ifPresent(this::showReadings);
        standing.undelivered()
                .ifPresent(
                        why -> {
                            var said =
                                    new Label(
                                            words.text(
                                                    "standing.undelivered",
                                                    model.messages().sentence(why)));
                            said.setWrapText(true);
                            said.setMinHeight(USE_PREF_SIZE);
                            said.getStyleClass().add("warning");
                            getChildren().add(said);
                        });
        if (getChildren().isEmpty()) return;
        if (!standing.whole()) {
            warn("standing.offline");
        }
        var acts = new FlowPane();
        acts.getStyleClass().add("acts");
        acts.setAlignment(Pos.CENTER_LEFT);
        for (var offer : standing.offers()) acts(acts, standing, offer);
        if (!acts.getChildren().isEmpty()) getChildren().add(acts);
    }

    private static Optional<JointReading> consensus(StudyStanding standing) {
        return standing.standing().turns().stream()
                .filter(t -> t.what() == Awaits.CONSENSUS)
                .map(t -> new JointReading(t.on()))
                .findFirst();
    }

    private void warn(String key) {
        var said = new Label(words.text(key));
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.getStyleClass().add("warning");
        getChildren().add(said);
    }

    private static boolean sealed(Standing.Turn turn, StudyStanding standing) {
        return turn.what() == Awaits.INDEPENDENT_READING
                && turn.on().stream().anyMatch(d -> standing.standing().hidden(d, standing.who()));
    }

    private void showReadings(JointReading joint) {
        var scroll =
                new ScrollPane(new ReadingsPane(joint, model.messages(), model.flow()::showImage));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(LEAST_READINGS);
        scroll.setMaxHeight(MOST_READINGS);
        scroll.getStyleClass().add("editor-scroll");
        getChildren().add(scroll);
    }

    private void acts(FlowPane acts, StudyStanding standing, Offer offer) {
        var open = model.reportProperty().get().map(r -> r.head().kind());
        switch (offer.kind()) {
            case SECOND_READING -> {
                add(acts, "act.agree", () -> begin(offer, true));
                for (var kind : List.of(ReportKind.AMENDMENT, ReportKind.ADDENDUM))
                    standing.offer(kind)
                            .ifPresent(o -> add(acts, "act.disagree." + kind, () -> disagree(o)));
            }
            case COUNTERSIGNATURE, AMENDMENT, ADDENDUM, REPORT -> {
                boolean here = open.equals(Optional.of(offer.kind()));
                boolean said = standing.offer(ReportKind.SECOND_READING).isPresent();
                if (!said && (!here || blank(offer.kind())))
                    add(acts, "act." + offer.kind(), () -> begin(offer, false));
            }
            case CONSENSUS -> {
                boolean agreed =
                        new JointReading(offer.on().stream().map(StoredReport::document).toList())
                                .negative();
                if (agreed) add(acts, "act.joint", () -> begin(offer, true));
                if (!open.equals(Optional.of(offer.kind())))
                    add(acts, "act.CONSENSUS", () -> begin(offer, false));
            }
        }
    }

    /// A first report stands open, and blank, before anybody asks for one.
    private boolean blank(ReportKind kind) {
        return kind == ReportKind.REPORT
                && model.reportProperty().get().filter(r -> r.content().unwritten()).isPresent();
    }

    private void begin(Offer offer, boolean sign) {
        model.standing()
                .begin(
                        offer,
                        _ -> {
                            if (sign) model.sign();
                        });
    }

    private void disagree(Offer offer) {
        model.standing().begin(offer, _ -> disagreed.accept(offer));
    }

    private void add(FlowPane acts, String key, Runnable act) {
        var button = new Button(words.text(key));
        button.getStyleClass().addAll("flat", "section");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> act.run());
        acts.getChildren().add(button);
    }

    private String sentence(ReportDocument document, StudyStanding standing) {
        var author = document.author().map(a -> a.name().display()).orElse("");
        var when = document.written().map(WHEN::format).orElse("");
        boolean own =
                standing.who().isPresent()
                        && document.author().filter(standing.who().get()::same).isPresent();
        var state = words.text("standing." + document.state(), author, when);
        return document.life()
                .awaits()
                .map(a -> state + " " + words.text(waits(a, own)))
                .orElse(state + by(document));
    }

    private static String waits(Awaits what, boolean own) {
        return "waits." + what + (own ? ".own" : "");
    }

    /// Who answers for it, where that is not the author alone.
    private String by(ReportDocument document) {
        var others =
                document.verifiers().stream()
                        .filter(v -> document.author().filter(v.who()::same).isEmpty())
                        .toList();
        if (others.isEmpty()) return "";
        var last = others.getLast();
        var key = document.life().act().map(a -> "by." + a).orElse("by");
        return " "
                + words.text(
                        key, last.who().name().display(), last.when().map(WHEN::format).orElse(""));
    }
}
