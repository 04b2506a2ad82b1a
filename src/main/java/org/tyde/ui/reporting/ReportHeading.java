package org.tyde.ui.reporting;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportKind;
import org.tyde.study.NationalId;
import org.tyde.ui.Messages;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whose report it is, from the report itself and not from whatever is open elsewhere.
final class ReportHeading extends VBox {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final Messages.Room words;
    private final Label name = new Label();
    private final Label number = new Label();
    private final Label examination = new Label();
    private Optional<Report> shown = Optional.empty();

    ReportHeading(Messages messages) {
        words = messages.in(ReportHeading.class);
        getStyleClass().add("report-heading");
        name.getStyleClass().addAll("name", "strong");
        number.getStyleClass().add("number");
        examination.getStyleClass().add("quiet");
        name.setWrapText(true);
        examination.setWrapText(true);
        examination.setMinHeight(USE_PREF_SIZE);
        var first = new FlowPane(name, number);
        first.getStyleClass().add("first");
        getChildren().addAll(first, examination);
        messages.localeProperty().subscribe(_ -> show(shown));
    }

    void show(Optional<Report> report) {
        shown = report;
        var head = report.map(Report::head);
        name.setText(head.map(h -> h.patientName().display()).orElse(""));
        number.setText(head.map(h -> number(words, h)).orElse(""));
        examination.setText(head.map(h -> examination(words, h)).orElse(""));
        setVisible(report.isPresent());
        setManaged(report.isPresent());
    }

    /// @return the number with its kind, such as "Fødselsnummer 150388 12345"
    static String number(Messages.Room words, ReportHead head) {
        var national = NationalId.parse(head.patientId().value());
        var kind =
                national.map(
                                id ->
                                        switch (id.kind()) {
                                            case FNR -> "id.fnr";
                                            case D_NUMBER -> "id.d";
                                            case H -> "id.h";
                                            case FH -> "id.fh";
                                        })
                        .orElse("id.other");
        return words.text(kind, national.map(NationalId::display).orElse(head.patientId().value()));
    }

    /// @return what was examined and when, before it what it does to a report that stands
    static String examination(Messages.Room words, ReportHead head) {
        var kind = head.kind() == ReportKind.REPORT ? "" : words.text("kind." + head.kind());
        var date = head.studyDate().map(DAY::format).orElse("");
        var accession = head.accession().isEmpty() ? "" : words.text("accession", head.accession());
        return Stream.of(kind, head.examination(), date, accession)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("   "));
    }
}
