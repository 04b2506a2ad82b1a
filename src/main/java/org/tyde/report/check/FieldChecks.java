package org.tyde.report.check;

import org.tyde.report.sign.SigningCheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sections and required fields that are empty, and fields left open in a line that says something else.
final class FieldChecks implements Check {
    private static final Pattern OPEN = Pattern.compile("\\[[^\\]\\n]{0,60}\\]|_{3,}|\\*{3,}");

    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        for (var section : examined.report().missing())
            found.add(Examined.at(CheckKind.SECTION_MISSING, section, 0, section));
        var content = examined.report().content();
        for (var mark : content.fields()) {
            var text = examined.text(mark.section());
            if (!mark.open(text)) continue;
            var field = mark.field().orElseThrow();
            if (field.required())
                found.add(
                        Examined.at(
                                CheckKind.REQUIRED_FIELD,
                                mark.section(),
                                mark.start(),
                                field.label()));
        }
        // what is left out when signed leaves no bracket behind
        var signed = content.finished();
        for (var sentence : examined.sentences()) {
            var open = OPEN.matcher(sentence.text());
            while (open.find()) {
                int at = sentence.start() + open.start();
                var field =
                        content.fields().stream()
                                .filter(m -> m.section() == sentence.section())
                                .filter(m -> m.start() <= at && at < m.end())
                                .findFirst();
                boolean required =
                        field.flatMap(m -> m.field()).filter(f -> f.required()).isPresent();
                boolean alone =
                        field.isPresent()
                                && !signed.of(sentence.section()).contains(around(sentence, open));
                if (!required && !alone)
                    found.add(
                            Examined.at(
                                    CheckKind.OPEN_FIELD, sentence.section(), at, open.group()));
            }
        }
        return found;
    }

    private static String around(Sentence sentence, java.util.regex.MatchResult open) {
        var before = sentence.text().substring(0, open.start()).strip();
        return before.isEmpty() ? open.group() : before;
    }
}
