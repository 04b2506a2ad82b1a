package org.tyde.store;

import java.text.Normalizer;
import java.util.Locale;

/// Text as searches compare it: lower case, å as aa, ø as oe, æ as ae, other diacritics dropped, name
/// components parted by spaces.
public final class Folding {
    private Folding() {}

    /// @param text as a person wrote it
    /// @return what searches compare; white space single
    public static String fold(String text) {
        var folded = new StringBuilder(text.length() + 8);
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            switch (c) {
                case 'å' -> folded.append("aa");
                case 'ø', 'ö' -> folded.append("oe");
                case 'æ', 'ä' -> folded.append("ae");
                case '^', '=' -> folded.append(' ');
                default -> folded.append(c);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
