package org.tyde.dimse.provider;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.dicom.WildCards;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Whether a data set answers a query (PS3.4 C.2.2.2): single values, lists of UIDs, universal, wild cards,
/// ranges, sequences. Names are compared without regard to case and accents, all else to the letter.
final class Matching {
    /// What says how, not what.
    private static final Set<Tag> NO_KEYS =
            Set.of(
                    Tag.SPECIFIC_CHARACTER_SET,
                    Tag.QUERY_RETRIEVE_LEVEL,
                    Tag.TIMEZONE_OFFSET_FROM_UTC);

    private final DataSet keys;
    private final Predicate<Tag> known;

    /// @param keys of the query
    /// @param known the keys to match by
    Matching(DataSet keys, Predicate<Tag> known) {
        this.keys = keys;
        this.known = known;
    }

    /// @return whether a key with a value is not matched by
    boolean ignoresSome() throws DicomFormatException {
        for (var key : keys)
            if (isKey(key) && !known.test(key.tag()) && !isUniversal(keys, key)) return true;
        return false;
    }

    boolean matches(DataSet candidate) throws DicomFormatException {
        return matches(candidate, keys, known);
    }

    private static boolean isKey(Element key) {
        return !NO_KEYS.contains(key.tag()) && key.tag().element() != 0;
    }

    private static boolean matches(DataSet candidate, DataSet keys, Predicate<Tag> known)
            throws DicomFormatException {
        for (var key : keys) {
            if (!isKey(key) || !known.test(key.tag()) || isUniversal(keys, key)) continue;
            if (!matchesOne(candidate, keys, key)) return false;
        }
        return true;
    }

    /// PS3.4 C.2.2.2.3: no value, or in a sequence no item with one.
    private static boolean isUniversal(DataSet keys, Element key) throws DicomFormatException {
        if (key.vr() != Vr.SQ)
            return keys.texts(key.tag()).stream().allMatch(v -> v.matches("\\**"));
        for (var item : keys.sequence(key.tag()))
            for (var inner : item) if (!isUniversal(item, inner)) return false;
        return true;
    }

    private static boolean matchesOne(DataSet candidate, DataSet keys, Element key)
            throws DicomFormatException {
        var tag = key.tag();
        if (key.vr() == Vr.SQ) {
            var wanted = keys.sequence(tag).getFirst();
            for (var item : candidate.sequence(tag))
                if (matches(item, wanted, _ -> true)) return true;
            return false;
        }
        var element = candidate.element(tag);
        if (element.isEmpty()) return false;
        var values = candidate.texts(tag);
        for (var pattern : keys.texts(tag))
            if (values.stream().anyMatch(v -> matches(element.get().vr(), v, pattern))) return true;
        return false;
    }

    private static boolean matches(Vr vr, String value, String pattern) {
        return switch (vr) {
            case DA, TM, DT -> inRange(plain(value), plain(pattern));
            case PN -> matchesName(value, pattern);
            case AE, CS, LO, LT, SH, ST, UC, UR, UT -> WildCards.match(value, pattern);
            case DS, IS, FD, FL, SL, SS, SV, UL, US, UV -> sameNumber(value, pattern);
            case Vr _ -> value.equals(pattern);
        };
    }

    private static boolean matchesName(String value, String pattern) {
        return WildCards.matchFolded(trimmed(value), trimmed(pattern));
    }

    private static String trimmed(String name) {
        return name.replaceAll("[\\^=]+$", "");
    }

    /// The forms of 1985 have separators (PS3.5 6.2, DA and TM).
    private static String plain(String moment) {
        return moment.replace(":", "").replaceAll("(\\d{4})\\.(\\d\\d)\\.(\\d\\d)", "$1$2$3");
    }

    private static boolean sameNumber(String value, String pattern) {
        try {
            return Double.compare(Double.parseDouble(value), Double.parseDouble(pattern)) == 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /// PS3.4 C.2.2.2.5. Written without separators moments order as text; a key says as much of a moment
    /// as it says.
    private static boolean inRange(String value, String pattern) {
        var ends = List.of(pattern.split("-", -1));
        if (ends.size() == 1) return value.startsWith(pattern.strip());
        if (ends.size() != 2) return false;
        var from = ends.getFirst().strip();
        var to = ends.getLast().strip();
        return value.compareTo(from) >= 0
                && (to.isEmpty() || value.compareTo(to) <= 0 || value.startsWith(to));
    }
}
