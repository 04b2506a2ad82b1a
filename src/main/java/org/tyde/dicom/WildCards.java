package org.tyde.dicom;

/// Wild card matching (PS3.4 C.2.2.2.4): `*` stands for any letters or none, `?` for one.
public final class WildCards {
    private WildCards() {}

    /// @param text any
    /// @param pattern with or without wild cards
    /// @return whether the whole text is of that pattern, to the letter
    public static boolean match(String text, String pattern) {
        var ends = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) ends[i] = i + 1;
        return match(text, ends, pattern);
    }

    /// As [NameFold] compares: without regard to case, accents and the two ways of writing å, ø and æ. A `?`
    /// stands for one letter as it was written.
    ///
    /// @param text any
    /// @param pattern with or without wild cards
    /// @return whether the whole text is of that pattern
    public static boolean matchFolded(String text, String pattern) {
        var folded = new StringBuilder(text.length() + 4);
        var ends = NameFold.fold(text, folded);
        return match(folded.toString(), ends, NameFold.fold(pattern));
    }

    /// In time proportional to both lengths at most: only the last `*` is tried again.
    ///
    /// @param ends where the letter ends that begins here; 0 within a letter
    private static boolean match(String text, int[] ends, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            if (c == '*') {
                star = p++;
                from = t;
            } else if (c == '?' && ends[t] > 0) {
                p++;
                t = ends[t];
            } else if (p < pattern.length() && c != '?' && c == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') p++;
        return p == pattern.length();
    }
}
