package org.tyde.dicom;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// Brings the ways of writing one name or word together: case, accents, `å` and `aa`, `ø` and `oe`, `æ`
/// and `ae`. For comparing and searching, never for showing.
public final class NameFold {
    private NameFold() {}

    /// @param text any
    /// @return lower case letters without accents, `å ø æ ö ä` as `aa oe ae oe ae`
    public static String fold(String text) {
        var folded = new StringBuilder(text.length() + 4);
        fold(text, folded);
        return folded.toString();
    }

    /// @param folded takes the letters
    /// @return for each of them where the letter of the text that it begins ends in `folded`; 0 where it
    ///     begins none
    static int[] fold(String text, StringBuilder folded) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var ends = new int[2 * composed.length() + 1];
        for (int i = 0; i < composed.length(); i++) {
            int from = folded.length();
            char c = composed.charAt(i);
            switch (c) {
                case 'å' -> folded.append("aa");
                case 'ø', 'ö' -> folded.append("oe");
                case 'æ', 'ä' -> folded.append("ae");
                default -> {
                    if (c < 128) folded.append(c);
                    else appendWithoutAccents(c, folded);
                }
            }
            if (folded.length() > ends.length - 1) ends = Arrays.copyOf(ends, 2 * folded.length());
            if (folded.length() > from) ends[from] = folded.length();
        }
        return ends;
    }

    private static void appendWithoutAccents(char c, StringBuilder to) {
        var parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++)
            if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK)
                to.append(parts.charAt(i));
    }
}
