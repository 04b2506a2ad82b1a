package org.tyde.dimse.provider;

/// Wild card matching (PS3.4 C.2.2.2.4): `*` stands for any letters or none, `?` for one.
final class WildCards {
    private WildCards() {}

    /// In time proportional to both lengths at most: only the last `*` is tried again.
    ///
    /// @param text any
    /// @param pattern with or without wild cards
    /// @return whether the whole text is of that pattern
    static boolean match(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            if (c == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && (c == '?' || c == text.charAt(t))) {
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
