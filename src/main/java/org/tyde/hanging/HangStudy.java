package org.tyde.hanging;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What hanging needs to know of one study.
///
/// @param uid Study Instance UID (0020,000D)
/// @param series by number, then as given
/// @param unreadable series or images whose headers could not be understood, with the sentence
public record HangStudy(String uid, List<HangSeries> series, List<Unplaced> unreadable) {
    /// Copies and sorts.
    public HangStudy {
        series =
                series.stream()
                        .sorted(Comparator.comparingInt(s -> s.number().orElse(Integer.MAX_VALUE)))
                        .toList();
        unreadable = List.copyOf(unreadable);
    }

    /// @param uid Study Instance UID
    /// @param series of it
    /// @return that study
    public static HangStudy of(String uid, HangSeries... series) {
        return new HangStudy(uid, List.of(series), List.of());
    }

    /// @return the modality of most of its images; empty when it has none
    public Optional<String> modality() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var s : series)
            if (s.hasPictures()) counts.merge(s.modality(), s.images().size(), Integer::sum);
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /// @param modality such as `MG`
    /// @return whether it has images of it
    public boolean has(String modality) {
        return series.stream().anyMatch(s -> s.modality().equals(modality) && s.hasPictures());
    }
}
