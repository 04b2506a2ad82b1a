package org.tyde.report.check;

import org.tyde.report.Mark;
import org.tyde.report.Section;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningChecker.Candidate;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A report that is looked over.
///
/// @param report as it would be signed
/// @param around what is known around it
/// @param words of its language
/// @param sentences of the sections that the radiologist writes
record Examined(Candidate report, Surroundings around, Vocabulary words, List<Sentence> sentences) {
    /// Where something is said of what the images show.
    private static final List<Section> SAYING =
            List.of(Section.FINDINGS, Section.IMPRESSION, Section.ADDENDUM);

    static Examined of(Candidate report, Surroundings around) {
        var all = new StringBuilder();
        var sentences = new ArrayList<Sentence>();
        for (var section : Section.values()) {
            if (!section.editable()) continue;
            var text = report.content().text().of(section);
            all.append(text).append('\n');
            sentences.addAll(Sentence.of(section, text));
        }
        return new Examined(report, around, Vocabulary.of(all.toString()), sentences);
    }

    String text(Section section) {
        return report.content().text().of(section);
    }

    /// The sentences that say what the images show.
    List<Sentence> saying() {
        return sentences.stream().filter(s -> SAYING.contains(s.section())).toList();
    }

    List<Sentence> in(Section section) {
        return sentences.stream().filter(s -> s.section() == section).toList();
    }

    List<Statement> statements(Section section) {
        return in(section).stream().flatMap(s -> Statement.of(s, words).stream()).toList();
    }

    /// Whether the sentence speaks of an earlier examination.
    boolean before(Sentence sentence) {
        return words.says("prior", sentence.text());
    }

    String of(Mark mark) {
        return text(mark.section()).substring(mark.start(), mark.end());
    }

    static SigningCheck at(CheckKind kind, Section section, int offset, Object... arguments) {
        return new SigningCheck(
                kind,
                new SigningCheck.Place.Text(section, offset),
                Arrays.stream(arguments).map(Examined::argument).toList());
    }

    /// Sentences choose their words by number: 0 right, 1 left, 2 both.
    private static Object argument(Object argument) {
        if (!(argument instanceof Laterality side)) return argument;
        return switch (side) {
            case RIGHT -> 0;
            case LEFT -> 1;
            case BOTH -> 2;
        };
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
