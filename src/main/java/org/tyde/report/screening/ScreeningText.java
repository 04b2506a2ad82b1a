package org.tyde.report.screening;

import org.tyde.evidence.ScreeningFinding;
import org.tyde.evidence.ScreeningFinding.Outcome;
import org.tyde.evidence.ScreeningFinding.Retake;
import org.tyde.evidence.ScreeningFinding.Score;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.ReportContent;
import org.tyde.report.Section;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a report says of screening through its fields, by the codes of their options.
///
/// @param said by section
public record ScreeningText(Map<Section, List<ScreeningFinding>> said) {
    private static final List<Laterality> SIDES = List.of(Laterality.RIGHT, Laterality.LEFT);
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\b(høyre|venstre|right|left)\\b[^.\\n"
                            + "]{0,30}?\\b(?:skår|score)\\b\\s*:?\\s*(\\d+)",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    /// @param content of a report
    /// @return what its filled fields say
    /// @throws Refusal something stands in such a field that is none of its options
    public static ScreeningText of(ReportContent content) throws Refusal {
        var said = new EnumMap<Section, List<ScreeningFinding>>(Section.class);
        for (var mark : content.fields()) {
            var field = mark.field().orElseThrow();
            if (!codes(field)) continue;
            var value = content.value(mark);
            if (value.isEmpty()) continue;
            finding(field, value.get())
                    .ifPresent(
                            f ->
                                    said.computeIfAbsent(mark.section(), _ -> new ArrayList<>())
                                            .add(f));
        }
        return new ScreeningText(said);
    }

    private static boolean codes(Field field) {
        return options(field).stream()
                .anyMatch(o -> o.code().flatMap(ScreeningFinding::of).isPresent());
    }

    private static List<Field.Option> options(Field field) {
        return field.kind() instanceof Field.Kind.Choice(var options, var _) ? options : List.of();
    }

    private static Optional<ScreeningFinding> finding(Field field, String value) throws Refusal {
        for (var option : options(field))
            if (option.text().equals(value.strip()))
                return option.code().flatMap(ScreeningFinding::of);
        throw new Refusal(ScreeningReason.NOT_AN_OPTION, field.label(), value.strip());
    }

    /// @param section of the report
    /// @return what it says in codes
    public List<ScreeningFinding> of(Section section) {
        return said.getOrDefault(section, List.of());
    }

    /// @return all it says
    public List<ScreeningFinding> all() {
        return said.values().stream().flatMap(List::stream).toList();
    }

    /// @param content whose text it is
    /// @throws Refusal a breast has no score or two, nothing says what follows, or text and codes differ
    public void check(ReportContent content) throws Refusal {
        for (var side : SIDES) {
            var scores = scores(side);
            if (scores.isEmpty()) throw new Refusal(ScreeningReason.SCORE_MISSING, word(side));
            if (scores.size() > 1) throw new Refusal(ScreeningReason.SCORE_TWICE, word(side));
            checkWritten(content, scores.getFirst());
        }
        var outcome = outcome();
        if (outcome.isEmpty()) throw new Refusal(ScreeningReason.OUTCOME_MISSING);
        checkOutcome(outcome.get(), content.shape().independent());
    }

    /// A reader hands everything from 2 on to the consensus; a consensus may dismiss it.
    private void checkOutcome(Outcome outcome, boolean reading) throws Refusal {
        boolean negative = true;
        for (var side : SIDES)
            for (var score : scores(side)) {
                if (!score.negative() && reading && outcome == Outcome.NEGATIVE)
                    throw new Refusal(
                            ScreeningReason.NEGATIVE_DESPITE_SCORE, word(side), score.value());
                negative &= score.negative();
            }
        if (negative
                && outcome == Outcome.RECALL
                && all().stream().noneMatch(Retake.class::isInstance))
            throw new Refusal(ScreeningReason.RECALL_OF_NEGATIVE);
    }

    private static void checkWritten(ReportContent content, Score score) throws Refusal {
        for (var section : Section.values()) {
            var written = WRITTEN.matcher(content.finished().of(section));
            while (written.find()) {
                var side = written.group(1).toLowerCase(Locale.ROOT);
                boolean right = side.equals("høyre") || side.equals("right");
                if (right != (score.side() == Laterality.RIGHT)) continue;
                if (!written.group(2).equals("" + score.value()))
                    throw new Refusal(
                            ScreeningReason.TEXT_DIFFERS,
                            word(score.side()),
                            written.group(2),
                            score.value());
            }
        }
    }

    private List<Score> scores(Laterality side) {
        return all().stream()
                .filter(Score.class::isInstance)
                .map(Score.class::cast)
                .filter(s -> s.side() == side)
                .toList();
    }

    private Optional<Outcome> outcome() {
        return all().stream()
                .filter(Outcome.class::isInstance)
                .map(Outcome.class::cast)
                .findFirst();
    }

    private static String word(Laterality side) {
        return Sentences.text(ScreeningText.class, "side." + side.name(), Locale.getDefault());
    }

    /// @param content of a report
    /// @param code of an option
    /// @return the field that offers it
    public static Optional<Mark> field(ReportContent content, ScreeningFinding code) {
        return content.fields().stream()
                .filter(
                        m ->
                                options(m.field().orElseThrow()).stream()
                                        .anyMatch(
                                                o ->
                                                        o.code()
                                                                .filter(code.option()::same)
                                                                .isPresent()))
                .findFirst();
    }
}
