package org.tyde.codec;

import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.util.Locale;

/// How much of a frame its decoder could give. Only a frame whose bytes end too early is given in part, for
/// only then is it certain how far they can be trusted; one that is damaged within is refused.
public sealed interface Fidelity {
    /// All of it.
    Fidelity WHOLE = new Whole();

    /// All of it.
    record Whole() implements Fidelity {}

    /// What came before the end.
    ///
    /// @param rows how many there are, from the top, at least 1; below them is no picture
    /// @param of how many there should be, at this resolution
    /// @param coarse whether these rows lack detail: their values are near those that were encoded, and
    ///     nothing may be measured in them
    /// @param why what is said where the whole frame is needed
    record Partial(int rows, int of, boolean coarse, Refusal why) implements Fidelity {
        /// @throws IllegalArgumentException for rows outside 1 to `of`
        public Partial {
            if (rows < 1 || rows > of) throw new IllegalArgumentException(rows + " of " + of);
        }

        /// @param locale the reader's language
        /// @return what is there and why not all of it, with place and rule where known
        public String sentence(Locale locale) {
            var key = !coarse ? "partial.rows" : rows == of ? "partial.coarse" : "partial.both";
            return Sentences.text(Fidelity.class, key, locale, rows, of)
                    + " "
                    + Sentences.of(why, locale);
        }
    }
}
