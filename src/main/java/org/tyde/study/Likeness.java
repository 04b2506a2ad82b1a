package org.tyde.study;

import org.tyde.dicom.NameFold;
import org.tyde.dicom.PersonName;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How what two records say of one thing compares.
enum Likeness {
    AGREE,
    DIFFER,
    /// At least one says nothing.
    NOT_SAID;

    static <T> Likeness of(Optional<T> one, Optional<T> other) {
        if (one.isEmpty() || other.isEmpty()) return NOT_SAID;
        return one.equals(other) ? AGREE : DIFFER;
    }

    /// A hyphen, a space and an apostrophe, `å` and `aa`, capitals and accents make no difference. A middle
    /// name that elsewhere is part of the family name makes none either.
    static Likeness ofFamilyNames(PersonName one, PersonName other) {
        var here = words(one.alphabetic().family());
        var there = words(other.alphabetic().family());
        if (here.isEmpty() || there.isEmpty()) return NOT_SAID;
        if (here.equals(there)) return AGREE;
        boolean middle =
                withMiddle(one, here).equals(there) || withMiddle(other, there).equals(here);
        return middle ? AGREE : DIFFER;
    }

    private static List<String> withMiddle(PersonName name, List<String> family) {
        return Stream.concat(words(name.alphabetic().middle()).stream(), family.stream()).toList();
    }

    /// All names of the one that has fewer are among those of the other, as in `Kari Anne` and `Kari`: twins
    /// share a name between. Initials say nothing.
    static Likeness ofGivenNames(PersonName one, PersonName other) {
        var here = inFull(one);
        var there = inFull(other);
        if (here.isEmpty() || there.isEmpty()) return NOT_SAID;
        return here.containsAll(there) || there.containsAll(here) ? AGREE : DIFFER;
    }

    private static List<String> inFull(PersonName name) {
        return words(name.alphabetic().given()).stream().filter(w -> w.length() > 1).toList();
    }

    private static List<String> words(String name) {
        var plain = NameFold.fold(name).replaceAll("['’`´.]", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+")).filter(w -> !w.isEmpty()).toList();
    }
}
