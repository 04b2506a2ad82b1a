package org.tyde.report.screening;

import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.ScreeningFinding;
import org.tyde.evidence.ScreeningFinding.Outcome;
import org.tyde.evidence.ScreeningFinding.Score;
import org.tyde.refusal.Sentences;
import org.tyde.report.Caret;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;
import org.tyde.report.Shape;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What independent readings come to: one result of both breasts. Where all agree that both are negative, it
/// says so already; all else is for the consensus to fill in.
///
/// @param readings signed, at least two, the oldest first
public record JointReading(List<ReportDocument> readings) {
    /// @throws IllegalArgumentException of fewer than two
    public JointReading {
        readings = List.copyOf(readings);
        if (readings.size() < 2) throw new IllegalArgumentException("a joint reading of one");
    }

    /// @return whether every reader scored both breasts 1 and wants nothing more
    public boolean negative() {
        return readings.stream()
                .allMatch(
                        r ->
                                r.screening().stream().filter(Score.class::isInstance).count() == 2
                                        && r.screening().stream().allMatch(JointReading::quiet));
    }

    private static boolean quiet(ScreeningFinding said) {
        return switch (said) {
            case Score score -> score.negative();
            case ScreeningFinding.Retake _ -> false;
            case Outcome outcome -> outcome == Outcome.NEGATIVE;
        };
    }

    /// @param reading one of them
    /// @param side of the body
    /// @return what it gave that breast; empty where it says nothing in codes
    public static Optional<Score> score(ReportDocument reading, Laterality side) {
        return reading.screening().stream()
                .filter(Score.class::isInstance)
                .map(Score.class::cast)
                .filter(s -> s.side() == side)
                .findFirst();
    }

    /// @return the names of the readers
    public String readers() {
        return readings.stream()
                .flatMap(r -> r.author().stream())
                .map(Observer::name)
                .map(n -> n.display())
                .collect(Collectors.joining("; "));
    }

    /// @param locale of its words
    /// @return the joint result as it is begun: fields for each breast, for what follows and for who took part
    public ReportContent draft(Locale locale) {
        var writing = new Writing(locale);
        boolean negative = negative();
        for (var side : List.of(Laterality.RIGHT, Laterality.LEFT)) {
            writing.words(Section.FINDINGS, word("joint." + side.name(), locale) + ": ");
            var options = new ArrayList<ScreeningFinding>();
            for (int value = 1; value <= 5; value++) options.add(new Score(side, value));
            writing.choice(
                    Section.FINDINGS,
                    word("score." + side.name(), locale),
                    options,
                    negative ? Optional.of(new Score(side, 1)) : Optional.empty());
            writing.words(Section.FINDINGS, "\n");
        }
        writing.words(Section.FINDINGS, word("joint.findings", locale) + ": ");
        writing.free(Section.FINDINGS, word("joint.findings", locale), false);
        writing.choice(
                Section.IMPRESSION,
                word("joint.outcome", locale),
                List.of(Outcome.NEGATIVE, Outcome.RECALL),
                negative ? Optional.of(Outcome.NEGATIVE) : Optional.empty());
        writing.words(Section.IMPRESSION, "\n" + word("joint.readers", locale, readers()));
        if (!negative) {
            writing.words(Section.IMPRESSION, "\n" + word("joint.present", locale) + ": ");
            writing.free(Section.IMPRESSION, word("joint.present", locale), true);
        }
        return writing.content();
    }

    private static String word(String key, Locale locale, Object... arguments) {
        return Sentences.text(JointReading.class, key, locale, arguments);
    }

    private static final class Writing {
        private final Locale locale;
        private final Map<Section, StringBuilder> texts = new EnumMap<>(Section.class);
        private final List<Mark> marks = new ArrayList<>();

        private Writing(Locale locale) {
            this.locale = locale;
        }

        private StringBuilder text(Section section) {
            return texts.computeIfAbsent(section, _ -> new StringBuilder());
        }

        private void words(Section section, String words) {
            text(section).append(words);
        }

        private void choice(
                Section section,
                String label,
                List<? extends ScreeningFinding> all,
                Optional<? extends ScreeningFinding> chosen) {
            var options =
                    all.stream()
                            .map(f -> new Field.Option(said(f), Optional.of(f.option())))
                            .toList();
            var field =
                    new Field(
                            "joint-" + label,
                            label,
                            new Field.Kind.Choice(options, false),
                            true,
                            Optional.empty());
            put(section, field, chosen.map(this::said).orElse(field.placeholder()));
        }

        private String said(ScreeningFinding finding) {
            return switch (finding) {
                case Score score -> "" + score.value();
                case ScreeningFinding.Retake _ -> word("outcome.RETAKE", locale);
                case Outcome outcome -> word("outcome." + outcome.name(), locale);
            };
        }

        private void free(Section section, String label, boolean required) {
            var field =
                    new Field(
                            "joint-" + label,
                            label,
                            new Field.Kind.Words(),
                            required,
                            Optional.empty());
            put(section, field, field.placeholder());
        }

        private void put(Section section, Field field, String words) {
            int from = text(section).length();
            text(section).append(words);
            marks.add(new Mark(section, from, from + words.length(), new Meaning.Filled(field)));
        }

        private ReportContent content() {
            var all = new EnumMap<Section, String>(Section.class);
            texts.forEach((section, text) -> all.put(section, text.toString()));
            var text = new ReportText(all);
            var laid =
                    new ReportContent(
                            text, Caret.startOf(Section.FINDINGS), marks, Shape.PLAIN.laid(text));
            return laid.fields().stream()
                    .filter(m -> laid.value(m).isEmpty())
                    .findFirst()
                    .map(m -> laid.with(new Caret(m.section(), m.start())))
                    .orElse(laid);
        }
    }
}
