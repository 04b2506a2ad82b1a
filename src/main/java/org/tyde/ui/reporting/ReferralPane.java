package org.tyde.ui.reporting;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.tyde.evidence.Awaits;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.report.PriorReport;
import org.tyde.report.Referral;
import org.tyde.report.out.PageImage;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// What the referrer asked and told, and below it the latest prior report: readable before the first
/// image is.
public final class ReferralPane extends ScrollPane {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final int PAGE_WIDTH = 1000;
    private static final double NAMES_PERCENT = 32;
    private final ReportModel model;
    private final Messages.Room words;
    private final VBox page = new VBox();
    private GridPane facts = new GridPane();

    /// @param model whose referral
    public ReferralPane(ReportModel model) {
        this.model = model;
        words = model.messages().in(ReferralPane.class);
        getStyleClass().addAll("referral", "editor-scroll");
        ControlStyles.wear(this, ReferralPane.class, "reporting.css");
        page.getStyleClass().add("page");
        setFitToWidth(true);
        setContent(page);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        accessibleTextProperty().bind(words.bind("referral"));
        model.referralProperty().subscribe(this::show);
        model.priorProperty().subscribe(this::show);
        model.messages().localeProperty().subscribe(this::show);
        model.reportProperty().subscribe(this::show);
        show();
    }

    private void show() {
        page.getChildren().clear();
        var referral = model.referralProperty().get();
        referral.ifPresent(this::showReferral);
        if (referral.isEmpty() && model.reportProperty().get().isPresent()) {
            add(words.text("referral"), "title", "strong");
            add(words.text("referral.coming"), "quiet");
        }
        model.priorProperty().get().ifPresent(this::showPrior);
        setVvalue(0);
    }

    private void showReferral(Referral referral) {
        add(words.text("referral"), "title", "strong");
        if (referral.absent()) {
            add(words.text("referral.none"), "quiet");
            return;
        }
        facts = new GridPane();
        facts.getStyleClass().add("facts");
        var names = new ColumnConstraints();
        names.setPercentWidth(NAMES_PERCENT);
        var texts = new ColumnConstraints();
        texts.setPercentWidth(100 - NAMES_PERCENT);
        facts.getColumnConstraints().setAll(names, texts);
        fact("referral.alerts", String.join("\n", referral.alerts()), "warning");
        fact("referral.allergies", String.join("\n", referral.allergies()), "warning");
        fact("referral.procedure", referral.procedure().orElse(""), "quiet");
        fact("referral.reason", referral.reason().orElse(""), "quiet");
        fact("referral.history", referral.history().orElse(""), "quiet");
        for (var document : referral.documents())
            fact(
                    "referral.document",
                    document.title().isBlank() ? words.text("referral.pdf") : document.title(),
                    "quiet");
        page.getChildren().add(facts);
        for (var document : referral.documents()) showDocument(document);
    }

    private void showDocument(EncapsulatedPdf document) {
        var place = new VBox();
        place.getStyleClass().add("document");
        var said = label(words.text("referral.document.coming"), "quiet");
        place.getChildren().add(said);
        page.getChildren().add(place);
        FxThread.FX.watch(
                model.pages(document, PAGE_WIDTH),
                pages -> place.getChildren().setAll(pages.stream().map(this::picture).toList()),
                why -> said.setText(model.messages().sentence(why)));
    }

    private ImageView picture(PageImage from) {
        var image = new WritableImage(from.width(), from.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        from.width(),
                        from.height(),
                        PixelFormat.getIntArgbInstance(),
                        from.pixels(),
                        0,
                        from.width());
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setAccessibleText(words.text("referral.pdf"));
        view.fitWidthProperty().bind(widthProperty().subtract(48));
        return view;
    }

    private void fact(String key, String text, String style) {
        if (text.isBlank()) return;
        var name = label(words.text(key), "heading", style);
        GridPane.setValignment(name, VPos.TOP);
        var said = label(text, "text");
        GridPane.setValignment(said, VPos.TOP);
        facts.addRow(facts.getRowCount(), name, said);
    }

    private void showPrior(PriorReport prior) {
        var document = prior.document();
        var when = document.written().map(w -> DAY.format(w.toLocalDate())).orElse("");
        add(words.text("prior", when), "title", "prior");
        switch (document.state()) {
            case PRELIMINARY -> add(words.text("prior.unfinished"), "warning", "strong");
            case AWAITING -> {
                boolean one =
                        document.life().awaits().equals(Optional.of(Awaits.INDEPENDENT_READING));
                add(words.text(one ? "prior.reading" : "prior.preliminary"), "warning", "strong");
            }
            case UNSIGNED -> add(words.text("prior.unsigned"), "warning");
            case SIGNED -> {}
        }
        document.responsible().ifPresent(a -> add(a.name().display(), "quiet"));
        for (var paragraph : prior.paragraphs(model.messages().locale())) {
            add(paragraph.heading(), "heading");
            add(paragraph.text(), "text");
        }
    }

    private void add(String text, String... styles) {
        page.getChildren().add(label(text, styles));
    }

    private static Label label(String text, String... styles) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
