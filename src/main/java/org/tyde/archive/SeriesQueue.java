package org.tyde.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which series is fetched next: what someone waits for, then small documents, then by number.
/// Thread-safe.
final class SeriesQueue {
    private static final Set<String> DOCUMENTS = Set.of("SR", "KO", "PR", "DOC");

    private final List<Wire.WireSeries> waiting = new ArrayList<>();
    private final List<String> preferred = new ArrayList<>();

    synchronized void set(List<Wire.WireSeries> series) {
        waiting.clear();
        waiting.addAll(series);
        order();
    }

    synchronized void prefer(List<String> seriesUids) {
        preferred.removeAll(seriesUids);
        preferred.addAll(0, seriesUids);
        order();
    }

    synchronized Optional<Wire.WireSeries> next() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.removeFirst());
    }

    private void order() {
        waiting.sort(
                Comparator.comparingInt(this::preference)
                        .thenComparing(s -> !DOCUMENTS.contains(s.modality()))
                        .thenComparingInt(Wire.WireSeries::number)
                        .thenComparing(Wire.WireSeries::uid));
    }

    private int preference(Wire.WireSeries series) {
        int place = preferred.indexOf(series.uid());
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
