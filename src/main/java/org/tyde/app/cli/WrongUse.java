package org.tyde.app.cli;

import org.tyde.refusal.Sentences;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Locale;
import java.util.stream.Collectors;

/// One sentence for a command that was not used as it is meant.
final class WrongUse {
    private WrongUse() {}

    static String sentence(ParameterException wrong, Locale locale) {
        var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return switch (wrong) {
            case MissingParameterException missing ->
                    say(
                            locale,
                            "usage.missing",
                            command,
                            missing.getMissing().stream()
                                    .map(CommandLine.Model.ArgSpec::paramLabel)
                                    .collect(Collectors.joining(", ")));
            case UnmatchedArgumentException unknown ->
                    say(locale, "usage.unknown", command, String.join(" ", unknown.getUnmatched()));
            default ->
                    wrong.getValue() == null && wrong.getArgSpec() == null
                            ? ours(wrong, command, locale)
                            : say(locale, "usage.unknown", command, value(wrong));
        };
    }

    /// What a command of ours says itself is short and names its options.
    private static String ours(ParameterException wrong, String command, Locale locale) {
        return say(locale, "usage.wrong", command) + " (" + wrong.getMessage() + ")";
    }

    private static String value(ParameterException wrong) {
        var argument = wrong.getArgSpec();
        var name = argument == null ? "" : argument.paramLabel() + " ";
        return name + (wrong.getValue() == null ? "" : wrong.getValue());
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Sentences.text(WrongUse.class, key, locale, arguments).strip();
    }
}
