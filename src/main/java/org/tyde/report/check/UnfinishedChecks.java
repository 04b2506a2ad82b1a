package org.tyde.report.check;

import org.tyde.report.Section;
import org.tyde.report.sign.SigningCheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Dictation that did not come to its end: dots, words that were not heard, a last word that wants another, a
/// bracket that is not closed, a microphone that is on.
final class UnfinishedChecks implements Check {
    private static final Pattern DOTS =
            Pattern.compile("\\.{3,}|…|\\?{2,}|(?<!\\p{L})(?:xxx|xx)(?!\\p{L})");
    private static final Pattern LAST = Pattern.compile("(\\p{L}+)\\s*[.,]?\\s*$");

    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        for (var sentence : examined.sentences()) {
            var dots = DOTS.matcher(sentence.text());
            if (dots.find()) found.add(at(sentence, dots.start(), dots.group()));
            for (var hit : examined.words().all("unheard", sentence.text()))
                found.add(at(sentence, hit.start(), hit.text()));
            int open = sentence.text().lastIndexOf('(');
            if (open >= 0
                    && sentence.text().indexOf(')', open) < 0
                    && !examined.text(sentence.section())
                            .substring(sentence.start() + open)
                            .contains(")")) found.add(at(sentence, open, "("));
        }
        for (var section : Section.values()) if (section.editable()) last(examined, section, found);
        if (examined.around().listening())
            found.add(Examined.at(CheckKind.LISTENING, Section.FINDINGS, 0));
        return found;
    }

    private static void last(Examined examined, Section section, List<SigningCheck> found) {
        var sentences = examined.in(section);
        if (sentences.isEmpty()) return;
        var end = sentences.getLast();
        stop(sentences, found);
        var word = LAST.matcher(end.text());
        if (!word.find()) return;
        var hanging = examined.words().first("hanging", word.group(1));
        boolean alone = end.text().strip().equalsIgnoreCase(word.group(1));
        if (hanging.isEmpty() || alone || hanging.get().text().length() < word.group(1).length())
            return;
        found.add(at(end, word.start(1), word.group(1)));
    }

    /// Where all others end with a full stop, the last one without may have been cut off.
    private static void stop(List<Sentence> sentences, List<SigningCheck> found) {
        var end = sentences.getLast();
        boolean others =
                sentences.size() > 2
                        && sentences.subList(0, sentences.size() - 1).stream()
                                .allMatch(s -> s.text().endsWith("."));
        if (!others
                || ".!?:)".indexOf(end.text().strip().charAt(end.text().strip().length() - 1)) >= 0)
            return;
        found.add(
                Examined.at(
                        CheckKind.NO_FULL_STOP,
                        end.section(),
                        end.end(),
                        end.text().substring(Math.max(0, end.text().length() - 30)).strip()));
    }

    private static SigningCheck at(Sentence sentence, int offset, String words) {
        return Examined.at(
                CheckKind.UNFINISHED, sentence.section(), sentence.start() + offset, words);
    }
}
