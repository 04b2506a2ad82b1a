package org.tyde.dictation.words;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Ordinals above twelve: `trettende` is written `13.`, `thirteenth` `13th`.
final class Ordinals implements Rule {
    private final NumberWords numbers;
    private final boolean english;

    Ordinals(NumberWords numbers, Locale locale) {
        this.numbers = numbers;
        this.english = locale.getLanguage().equals("en");
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        return numbers.ordinal(words, at)
                .filter(o -> o.value() > Quantities.WRITTEN_OUT)
                .map(o -> new Found(o.written() + (english ? ending(o.value()) : "."), o.next()));
    }

    private static String ending(int value) {
        if (value / 10 == 1) return "th";
        return switch (value % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
