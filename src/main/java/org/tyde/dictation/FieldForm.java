package org.tyde.dictation;

import org.tyde.dictation.words.TextNormalizer;
import org.tyde.refusal.Refusal;
import org.tyde.report.Field;
import org.tyde.report.template.FieldValue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What was said into a field takes the field's form when the voice leads on from it, as by Tab: a number its
/// unit, an option its wording, a day its digits.
final class FieldForm {
    /// Said by habit, and of no value but words.
    private static final Pattern FULL_STOP = Pattern.compile("[.,;]\\s*$");

    private Optional<String> doubted = Optional.empty();

    /// @param sink whose caret stands in the field, or in none
    /// @param rules of the language that is spoken
    /// @param spoken the language
    /// @return why the field does not take what stands there; the caret stays then, and the second time it
    ///     is let stand
    /// @throws Refusal the report is signed
    Optional<Refusal> leave(DictationSink sink, TextNormalizer rules, Locale spoken)
            throws Refusal {
        var here = Fields.filled(sink);
        if (here.isEmpty()) return Optional.empty();
        var mark = here.get();
        var field = mark.field().orElseThrow();
        var said = sink.text(mark.section()).substring(mark.start(), mark.end());
        var fits = new Fits(field, spoken);
        var bare = FULL_STOP.matcher(said).replaceFirst("");
        if (fits.as(said) || fits.as(bare) || fits.as(rules.inFigures(bare))) {
            doubted = Optional.empty();
            if (!fits.form.equals(said)) sink.form(mark, fits.form);
            return Optional.empty();
        }
        var again = Optional.of(field.id() + said);
        if (doubted.equals(again)) return Optional.empty();
        doubted = again;
        sink.select(new Stretch(mark.section(), mark.start(), mark.end()));
        return fits.why;
    }

    /// Whether words are a value of a field.
    private static final class Fits {
        private final LocalDate today = LocalDate.now(ZoneId.systemDefault());
        private final Field field;
        private final Locale spoken;
        private String form = "";
        private Optional<Refusal> why = Optional.empty();

        Fits(Field field, Locale spoken) {
            this.field = field;
            this.spoken = spoken;
        }

        boolean as(String said) {
            try {
                form = FieldValue.written(field, said, spoken, today);
                return true;
            } catch (Refusal unfit) {
                why = why.or(() -> Optional.of(unfit));
                return false;
            }
        }
    }
}
