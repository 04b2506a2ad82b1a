package org.tyde.hl7;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text within a field: what would be read as a delimiter is escaped (HL7 v2.5.1 2.7).
public final class Hl7Text {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(F|S|T|R|E|\\.br)\\\\");

    private Hl7Text() {}

    /// @param text any; lines end by `\n`
    /// @return it as it stands in a component; a line's end is `\.br\`, other control characters are spaces
    public static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '\\' -> out.append("\\E\\");
                                case '|' -> out.append("\\F\\");
                                case '^' -> out.append("\\S\\");
                                case '&' -> out.append("\\T\\");
                                case '~' -> out.append("\\R\\");
                                case '\n' -> out.append("\\.br\\");
                                default -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
                            }
                        });
        return out.toString();
    }

    /// @param field as it stands in a message
    /// @return what it says; an escape that is none of those above stays as it is
    public static String unescaped(String field) {
        return ESCAPE.matcher(field)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        switch (found.group(1)) {
                                            case "F" -> "|";
                                            case "S" -> "^";
                                            case "T" -> "&";
                                            case "R" -> "~";
                                            case "E" -> "\\";
                                            default -> "\n";
                                        }));
    }

    /// @param field as it stands in a message
    /// @return whether each escape in it is opened and closed
    public static boolean wellEscaped(String field) {
        return field.chars().filter(c -> c == '\\').count() % 2 == 0;
    }
}
