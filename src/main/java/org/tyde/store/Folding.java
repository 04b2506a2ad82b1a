package org.tyde.store;

import org.tyde.dicom.NameFold;

/// Text as searches compare it: lower case, å as aa, ø as oe, æ as ae, other diacritics dropped, name
/// components parted by spaces.
public final class Folding {
    private Folding() {}

    /// @param text as a person wrote it
    /// @return what searches compare; white space single
    public static String fold(String text) {
        return NameFold.fold(text.replace('^', ' ').replace('=', ' '))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
