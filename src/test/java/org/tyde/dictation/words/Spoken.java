package org.tyde.dictation.words;

import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words as a recogniser hands them over, and what is written of them; numbers spoken by rules of their
/// own, to be read back by those under test.
final class Spoken {
    static final Locale BOKMAAL = Locale.of("nb");
    private static final String[] NB = {
        "null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve",
        "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"
    };
    private static final String[] NB_TENS = {
        "", "", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"
    };
    private static final String[] NB_OLD = {
        "", "", "tyve", "tredve", "førti", "femti", "seksti", "sytti", "åtti", "nitti"
    };
    private static final String[] EN = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] EN_TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private Spoken() {}

    /// @return the words, without any silence between them
    static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        double at = 0;
        for (var word : text.split(" ")) words.add(new Word(word, at, at += 0.4, 1));
        return words;
    }

    /// @return how they are written, commands in angle brackets
    static String written(TextNormalizer normalizer, String said) {
        return written(normalizer, words(said), SpokenContext.NONE);
    }

    static String written(TextNormalizer normalizer, List<Word> words, SpokenContext context) {
        var text = new StringBuilder();
        for (var step : normalizer.steps(words, context))
            switch (step) {
                case Step.Say say ->
                        text.append(TextNormalizer.text(normalizer.write(say, "", "")));
                case Step.Do(var command) -> text.append("<").append(command).append(">");
            }
        return text.toString();
    }

    /// @param joined whether one word is made of all of it
    static String bokmaal(int number, boolean old, boolean joined) {
        var said = bokmaal(number, old);
        return joined ? said.replace(" ", "") : said;
    }

    private static String bokmaal(int number, boolean old) {
        if (number < 20) return NB[number];
        if (number < 100) {
            int ones = number % 10;
            if (ones == 0) return (old ? NB_OLD : NB_TENS)[number / 10];
            return old ? NB[ones] + " og " + NB_OLD[number / 10] : NB_TENS[number / 10] + NB[ones];
        }
        int unit = number < 1000 ? 100 : number < 1_000_000 ? 1000 : 1_000_000;
        var name = unit == 100 ? "hundre" : unit == 1000 ? "tusen" : "millioner";
        var head = number / unit == 1 && unit < 1_000_000 ? "" : bokmaal(number / unit, old) + " ";
        int rest = number % unit;
        if (rest == 0) return head + name;
        return head + name + (rest < 100 ? " og " : " ") + bokmaal(rest, old);
    }

    static String english(int number) {
        if (number < 20) return EN[number];
        if (number < 100)
            return EN_TENS[number / 10] + (number % 10 == 0 ? "" : " " + EN[number % 10]);
        int unit = number < 1000 ? 100 : number < 1_000_000 ? 1000 : 1_000_000;
        var name = unit == 100 ? "hundred" : unit == 1000 ? "thousand" : "million";
        int rest = number % unit;
        var head = english(number / unit) + " " + name;
        return rest == 0 ? head : head + (rest < 100 ? " and " : " ") + english(rest);
    }
}
