package org.tyde.report.flow;

import org.tyde.evidence.FoundBy;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.ReadGroup;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.AiDecision;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.MeasuredText.Rounding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that an algorithm or device found in the study. It enters the report by an act, or is rejected by
/// one; either is kept with the report.
///
/// @param id SOP Instance UID of the document and place of the group in it
/// @param group as the document says it, by at least one algorithm or device
public record AiFinding(String id, ReadGroup group) {
    /// @param read a document
    /// @return what no person found
    public static List<AiFinding> of(ReadMeasurements read) {
        var found = new ArrayList<AiFinding>();
        for (int i = 0; i < read.groups().size(); i++)
            if (!read.groups().get(i).by().isEmpty())
                found.add(new AiFinding(read.sopUid() + "#" + (i + 1), read.groups().get(i)));
        return found;
    }

    /// @return the algorithm or device with its version
    public String who() {
        return group.by().stream().map(FoundBy::text).collect(Collectors.joining(", "));
    }

    /// @return the first image it was found on
    public Optional<InstanceReference> image() {
        return group.images().stream().findFirst();
    }

    /// Codes are called what the document calls them, unless [CodedWords] knows them.
    ///
    /// @param locale of the reader
    /// @return what was found: `Nodule, Lung, venstre: Length 8,5 mm`
    public String words(Locale locale) {
        var what =
                Stream.of(
                                group.finding().map(f -> CodedWords.of(f, locale)).or(this::called),
                                group.site().map(s -> CodedWords.of(s, locale)),
                                group.side().map(s -> word(locale, "side." + s.name())))
                        .flatMap(Optional::stream)
                        .filter(w -> !w.isBlank())
                        .collect(Collectors.joining(", "));
        var said =
                Stream.concat(
                                group.judged().stream()
                                        .map(
                                                j ->
                                                        CodedWords.of(j.concept(), locale)
                                                                + " "
                                                                + CodedWords.of(
                                                                        j.answer(), locale)),
                                group.values().stream()
                                        .map(
                                                v ->
                                                        CodedWords.of(v.concept(), locale)
                                                                + " "
                                                                + number(v, locale)))
                        .collect(Collectors.joining(", "));
        var all = Stream.of(what, said).filter(w -> !w.isBlank()).collect(Collectors.joining(": "));
        return all.isEmpty() ? all : all.substring(0, 1).toUpperCase(locale) + all.substring(1);
    }

    private Optional<String> called() {
        return Optional.of(group.identifier());
    }

    private String number(MeasuredValue value, Locale locale) {
        return MeasuredText.text(
                new Value(
                        group.trackingUid().orElse(""),
                        value.value(),
                        value.unit().ucum(),
                        group.side()),
                Rounding.TENTH,
                locale);
    }

    private static String word(Locale locale, String key, Object... arguments) {
        return Sentences.text(AiFinding.class, "ai." + key, locale, arguments);
    }

    /// @param report it may stand in
    /// @return what was decided about it last
    public Optional<AiDecision> decided(Report report) {
        return AiDecision.last(report.content().decisions(), id);
    }

    /// @param report it may stand in
    /// @param locale it was put in with
    /// @return whether its sentence stands there now
    public boolean stands(Report report, Locale locale) {
        var sentence = sentence(locale);
        var text = report.text();
        return Stream.of(Section.values()).anyMatch(s -> text.of(s).contains(sentence));
    }

    private String sentence(Locale locale) {
        return word(locale, "sentence", words(locale), who());
    }

    /// Puts it at the caret with its origin, in one step of undo. Numbers are marked where it can be followed.
    ///
    /// @param report that gets it
    /// @param locale of the report
    /// @param when it was decided
    /// @param by who; empty where nobody is entered
    /// @throws Refusal the report is signed
    public void accept(Report report, Locale locale, Instant when, String by) throws Refusal {
        var sentence = sentence(locale);
        report.insert(sentence, Set.of());
        report.decide(decision(AiDecision.AI_ACCEPTED, locale, when, by));
        var content = report.content();
        var caret = content.caret();
        int from = caret.offset() - sentence.length();
        boolean there = content.text().of(caret.section()).startsWith(sentence, Math.max(0, from));
        if (!there || from < 0 || group.trackingUid().isEmpty()) return;
        var marks = new ArrayList<Mark>();
        int at = 0;
        for (var value : group.values()) {
            var before = CodedWords.of(value.concept(), locale) + " ";
            int start = sentence.indexOf(before + number(value, locale), at) + before.length();
            at = start + number(value, locale).length();
            var meaning =
                    new Meaning.Measured(
                            group.trackingUid().get(), value.value(), value.unit().ucum());
            marks.add(new Mark(caret.section(), from + start, from + at, meaning));
        }
        report.hang(marks);
    }

    /// It is not to be in the report.
    ///
    /// @param report that keeps the decision
    /// @param locale of the report
    /// @param when it was decided
    /// @param by who; empty where nobody is entered
    /// @throws Refusal the report is signed
    public void reject(Report report, Locale locale, Instant when, String by) throws Refusal {
        report.decide(decision(AiDecision.AI_REJECTED, locale, when, by));
    }

    private org.tyde.report.Decision decision(
            AiDecision kind, Locale locale, Instant when, String by) {
        return kind.on(id, group.trackingUid(), sentence(locale), when, by);
    }
}
