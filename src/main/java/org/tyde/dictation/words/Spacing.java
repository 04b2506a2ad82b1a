package org.tyde.dictation.words;

import org.tyde.dictation.words.Step.Token;

/// Where spaces and capitals go.
final class Spacing {
    private Spacing() {}

    /// @return what parts the token from the text before it
    static String gap(StringBuilder all, Token token) {
        if (all.isEmpty()) return "";
        char last = all.charAt(all.length() - 1);
        boolean joined =
                Character.isWhitespace(last)
                        || "([«/’".indexOf(last) >= 0
                        || last == '-' && all.length() > 1 && !isSpace(all, all.length() - 2);
        return switch (token.kind()) {
            case CLOSING, JOINING, LINE -> "";
            case WORD, SMALL, OPENING -> joined ? "" : " ";
        };
    }

    private static boolean isSpace(CharSequence all, int at) {
        return Character.isWhitespace(all.charAt(at));
    }

    /// @return whether the text would run into what stands behind it
    static boolean touches(CharSequence all, String after) {
        return !after.isEmpty()
                && !all.isEmpty()
                && Character.isLetterOrDigit(after.charAt(0))
                && !isSpace(all, all.length() - 1);
    }

    /// At the beginning, after a full stop, question or exclamation mark, and on a new line.
    static boolean beginsSentence(CharSequence all) {
        int end = all.length();
        if (all.toString().endsWith("\n- ")) return true;
        while (end > 0 && (all.charAt(end - 1) == ' ' || "([«".indexOf(all.charAt(end - 1)) >= 0))
            end--;
        return end == 0 || ".!?\n".indexOf(all.charAt(end - 1)) >= 0;
    }
}
