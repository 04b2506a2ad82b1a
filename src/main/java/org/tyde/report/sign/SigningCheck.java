package org.tyde.report.sign;

import org.tyde.measure.Quantity;
import org.tyde.refusal.Sentences;
import org.tyde.report.Caret;
import org.tyde.report.Decision;
import org.tyde.report.Section;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One thing found before signing, and where to go to mend it.
///
/// @param kind what
/// @param place where to go
/// @param arguments what the sentence names
/// @param decided that it is right as it is
public record SigningCheck(
        Kind kind, Place place, List<Object> arguments, Optional<Decision> decided) {
    /// How much a check weighs.
    public enum Weight {
        /// Signing is refused until it is mended.
        STOPS,
        /// Signing needs an explicit choice, which is recorded.
        ASKS,
        /// Worth a look.
        TELLS
    }

    /// What can be found: an enum constant of the room that looks for it, whose messages hold `check.NAME`, what
    /// was found, and `rule.NAME`, why that is looked for.
    public interface Kind {
        /// @return the constant's name
        String name();

        /// @return the enum, in whose room the messages are
        Class<?> getDeclaringClass();

        /// @return how much it weighs
        Weight weight();
    }

    /// Where a check leads.
    public sealed interface Place {
        /// A place in the text.
        ///
        /// @param section which
        /// @param offset `char`s from its beginning
        record Text(Section section, int offset) implements Place {}

        /// The images of the study.
        record Images() implements Place {}

        /// The signer in settings.
        record Signer() implements Place {}
    }

    /// @throws NullPointerException never a missing part
    public SigningCheck {
        arguments = List.copyOf(arguments);
    }

    /// Not decided.
    ///
    /// @param kind what
    /// @param place where to go
    /// @param arguments what the sentence names
    public SigningCheck(Kind kind, Place place, List<Object> arguments) {
        this(kind, place, arguments, Optional.empty());
    }

    /// What has been decided of a sentence holds while the same sentence would be said.
    ///
    /// @param decisions made about the report
    /// @return the same, decided where one of them is about it
    SigningCheck with(List<Decision> decisions) {
        var said = sentence(Locale.ENGLISH);
        var decision =
                decisions.stream()
                        .filter(d -> d.about().equals(kind.name()) && d.what().equals(said))
                        .findFirst();
        return new SigningCheck(kind, place, arguments, decision);
    }

    /// @param when it is decided
    /// @param by whom
    /// @return that it is right as it is
    public Decision rightAsItIs(Instant when, String by) {
        return new Decision(kind.name(), sentence(Locale.ENGLISH), when, by);
    }

    /// @return whether signing waits for a decision of this check alone; missing images have their own choice
    public boolean open() {
        return kind.weight() == Weight.ASKS
                && decided.isEmpty()
                && !kind.name().equals("IMAGES_MISSING");
    }

    /// @param locale the reader's language
    /// @return one sentence
    public String sentence(Locale locale) {
        var words = arguments.stream().map(a -> said(a, locale)).toArray();
        return Sentences.text(kind.getDeclaringClass(), "check." + kind.name(), locale, words);
    }

    private static Object said(Object argument, Locale locale) {
        return switch (argument) {
            case Section section -> section.heading(locale);
            case Quantity quantity -> quantity.text(locale);
            default -> argument;
        };
    }

    /// @param locale the reader's language
    /// @return the rule it was found by, in words
    public String rule(Locale locale) {
        return Sentences.text(kind.getDeclaringClass(), "rule." + kind.name(), locale);
    }

    /// @return the caret to set, where it leads into text that can be written
    public Optional<Caret> caret() {
        return place instanceof Place.Text(var section, var offset) && section.editable()
                ? Optional.of(new Caret(section, offset))
                : Optional.empty();
    }
}
