package org.tyde.report.rads;

import org.tyde.refusal.Sentences;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A calculator in words, in the language of the reader or of the report.
///
/// @param calculator which
/// @param locale the language
public record RadsWords(Calculator calculator, Locale locale) {
    private static final Pattern SIZE = Pattern.compile("(<=|<|>=|>)?\\d+(-<?\\d+)?");
    private static final Pattern SCORE = Pattern.compile("[0-9][A-C]?");

    /// @return name of the system
    public String name() {
        return text(calculator.id());
    }

    /// @return when it may be used
    public String scope() {
        return text(calculator.id() + ".scope");
    }

    /// @param question id
    /// @return what is asked
    public String question(String question) {
        return text(calculator.id() + "." + question);
    }

    /// @param question id
    /// @param option id
    /// @return what can be answered; scores stand as they are, sizes with their sign
    public String option(String question, String option) {
        if (SCORE.matcher(option).matches()) return option;
        if (SIZE.matcher(option).matches()) return size(option);
        return text(calculator.id() + "." + question + "." + option);
    }

    private static String size(String option) {
        if (option.contains("-<")) return "≥ " + option.replace("-<", " – < ") + " mm";
        for (var sign : Map.of(">=", "≥ ", "<=", "≤ ").entrySet())
            if (option.startsWith(sign.getKey()))
                return sign.getValue() + option.substring(2) + " mm";
        if (option.startsWith("<") || option.startsWith(">"))
            return option.charAt(0) + " " + option.substring(1) + " mm";
        return option.replace("-", "–") + " mm";
    }

    /// @param found the row
    /// @return category and advice as one sentence for a report
    public String sentence(Step.Found found) {
        var category = found.category().map(c -> name() + ": " + c + ".").orElse("");
        var advice = found.advice().map(this::advice).orElse("");
        if (category.isEmpty()) return name() + ": " + advice;
        return advice.isEmpty() ? category : category + " " + advice;
    }

    /// @param advice id
    /// @return what the source advises
    public String advice(String advice) {
        return text(calculator.id() + ".advice." + advice);
    }

    /// @param answers that led to a row
    /// @param found the row
    /// @return why, in one line
    public String reason(Answers answers, Step.Found found) {
        var said =
                answers.given().stream()
                        .map(a -> question(a.question()) + ": " + option(a.question(), a.option()))
                        .collect(Collectors.joining("; "));
        return found.points().map(p -> said + "; " + text("points", p)).orElse(said);
    }

    private String text(String key, Object... arguments) {
        return Sentences.text(RadsWords.class, key, locale, arguments);
    }
}
