package org.tyde.report;

import org.tyde.refusal.Sentences;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One thing found before signing, and where to go to mend it.
///
/// @param kind what
/// @param place where to go
/// @param arguments what the sentence names
public record SigningCheck(Kind kind, Place place, List<Object> arguments) {
    /// How much a check weighs.
    public enum Weight {
        /// Signing is refused until it is mended.
        STOPS,
        /// Signing needs an explicit choice, which is recorded.
        ASKS,
        /// Worth a look.
        TELLS
    }

    /// What can be found.
    public enum Kind {
        /// {0} the section
        SECTION_MISSING(Weight.STOPS),
        /// Settings name no signer.
        NO_SIGNER(Weight.STOPS),
        /// {0} the archive
        TRIAL_SPEECH(Weight.STOPS),
        /// {0} received, {1} expected
        IMAGES_MISSING(Weight.ASKS),
        /// {0} how many
        NEVER_SHOWN(Weight.TELLS),
        /// The archive does not say how many images there are.
        COUNT_UNKNOWN(Weight.TELLS),
        /// {0} the words
        UNCERTAIN_WORDS(Weight.TELLS),
        /// {0} the open field, such as [...]
        OPEN_FIELD(Weight.TELLS),
        /// {0} the side in the examination, {1} the side in the report
        OTHER_SIDE(Weight.TELLS);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        /// @return how much it weighs
        public Weight weight() {
            return weight;
        }
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

    SigningCheck(Kind kind, Place place, Object... arguments) {
        this(kind, place, List.of(arguments));
    }

    /// @param locale the reader's language
    /// @return one sentence
    public String sentence(Locale locale) {
        var words =
                arguments.stream()
                        .map(a -> a instanceof Section s ? s.heading(locale) : a)
                        .toArray();
        return Sentences.text(SigningCheck.class, "check." + kind.name(), locale, words);
    }

    /// @return the caret to set, where it leads into text that can be written
    public Optional<Caret> caret() {
        return place instanceof Place.Text(var section, var offset) && section.editable()
                ? Optional.of(new Caret(section, offset))
                : Optional.empty();
    }
}
