package org.tyde.dicomweb;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.dicom.WildCards;

import java.util.List;
import java.util.Map;

/// Whether a data set answers a search (PS3.4 C.2.2.2): single values, lists of UIDs, wildcards, ranges.
/// Text is compared without regard to case and to the two ways of writing æ, ø and å.
final class Matching {
    private final Map<Tag, String> wanted;

    Matching(QidoQuery query) {
        wanted = query.matches();
    }

    boolean matches(DataSet candidate) throws DicomFormatException {
        for (var one : wanted.entrySet())
            if (!matches(candidate, one.getKey(), one.getValue())) return false;
        return true;
    }

    private static boolean matches(DataSet candidate, Tag tag, String pattern)
            throws DicomFormatException {
        if (pattern.isEmpty() || pattern.chars().allMatch(c -> c == '*')) return true;
        var element = candidate.element(tag);
        if (element.isEmpty()) return false;
        var values = candidate.texts(tag);
        return switch (element.get().vr()) {
            case UI -> List.of(pattern.split("[,\\\\]")).stream().anyMatch(values::contains);
            case DA, TM, DT -> values.stream().anyMatch(v -> inRange(v, pattern));
            case PN -> values.stream().anyMatch(v -> WildCards.matchFolded(v, pattern));
            case Vr _ ->
                    List.of(pattern.split("\\\\")).stream()
                            .anyMatch(
                                    p ->
                                            values.stream()
                                                    .anyMatch(v -> WildCards.matchFolded(v, p)));
        };
    }

    /// Dates and times written without separators order as text.
    private static boolean inRange(String value, String pattern) {
        int dash = pattern.indexOf('-');
        if (dash < 0) return value.startsWith(pattern);
        var from = pattern.substring(0, dash);
        var to = pattern.substring(dash + 1);
        return value.compareTo(from) >= 0
                && (to.isEmpty() || value.compareTo(to) <= 0 || value.startsWith(to));
    }
}
