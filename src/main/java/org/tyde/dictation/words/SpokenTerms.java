package org.tyde.dictation.words;

import org.tyde.speech.Word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All rules of a language, in the order in which they are asked: what is more special comes first.
final class SpokenTerms implements Rule {
    private final List<Rule> rules;

    SpokenTerms(SpokenTable table, Locale locale) {
        var numbers = new NumberWords(table);
        var decimals = new Decimals(table, numbers);
        rules =
                List.of(
                        new SpokenDates(table, numbers, locale),
                        new SpokenTimes(table, numbers),
                        new Tnm(table, numbers),
                        new Gleason(table, numbers),
                        new Categories(table, numbers),
                        new SpokenLevels(table, numbers),
                        new Labels(table, numbers, decimals),
                        new Ordinals(numbers, locale),
                        new FigureStrings(table, numbers),
                        new Quantities(table, decimals, locale));
    }

    @Override
    public Optional<Found> find(List<Word> words, int at) {
        for (var rule : rules) {
            var found = rule.find(words, at);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }
}
