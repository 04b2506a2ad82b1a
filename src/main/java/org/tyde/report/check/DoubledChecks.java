package org.tyde.report.check;

import org.tyde.report.sign.SigningCheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// No word stands twice in a row, no sentence twice in a section.
final class DoubledChecks implements Check {
    private static final Pattern TWICE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}-])(\\p{L}{2,})\\s+\\1(?![\\p{L}\\p{N}-])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// A label or two may well be said twice.
    private static final int WORDS = 4;

    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        var said = new HashSet<String>();
        for (var sentence : examined.sentences()) {
            var twice = TWICE.matcher(sentence.text());
            while (twice.find())
                if (!examined.words().says("doubled-well", twice.group(1)))
                    found.add(at(sentence, twice.start(), twice.group()));
            var text = Examined.lower(sentence.text().strip());
            if (text.split("\\s+").length >= WORDS && !said.add(sentence.section() + text))
                found.add(at(sentence, 0, sentence.text()));
        }
        return found;
    }

    private static SigningCheck at(Sentence sentence, int offset, String words) {
        return Examined.at(CheckKind.DOUBLED, sentence.section(), sentence.start() + offset, words);
    }
}
