package org.tyde.refusal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// Sentences for people, from the `messages_en` and `messages_nb` beside a room's classes.
public final class Sentences {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Sentences() {}

    /// @param refusal what was refused
    /// @param locale the reader's language; any but Norwegian reads English
    /// @return one sentence with place and rule in parentheses where known
    public static String of(Refusal refusal, Locale locale) {
        var reason = refusal.reason();
        var sentence =
                text(
                        reason.getDeclaringClass(),
                        "reason." + reason.name(),
                        locale,
                        refusal.arguments().toArray());
        var tail = new StringBuilder();
        refusal.place(locale).ifPresent(tail::append);
        refusal.rule().ifPresent(r -> tail.append(tail.isEmpty() ? "" : ", ").append(r));
        return tail.isEmpty() ? sentence : sentence + " (" + tail + ")";
    }

    /// @param room any class of the room whose messages hold the key
    /// @param key the message's key
    /// @param locale the reader's language
    /// @param arguments for `{0}`, `{1}`, ...
    /// @return the text; a missing key is a programming error and is shown as the key itself
    public static String text(Class<?> room, String key, Locale locale, Object... arguments) {
        var language = language(locale);
        String pattern;
        try {
            pattern =
                    ResourceBundle.getBundle(
                                    room.getPackageName() + ".messages",
                                    language,
                                    room.getClassLoader(),
                                    NO_FALLBACK)
                            .getString(key);
        } catch (MissingResourceException missing) {
            return room.getPackageName() + "/" + key;
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    private static Locale language(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nb", "no", "nn" -> Locale.of("nb");
            default -> Locale.ENGLISH;
        };
    }
}
