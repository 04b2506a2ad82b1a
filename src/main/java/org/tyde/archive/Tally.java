package org.tyde.archive;

import org.tyde.dicom.SopClass;
import org.tyde.study.Instance;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts what is here of a study against what the archives have. Not thread-safe.
final class Tally {
    /// What the archives have of a series, and how many images here they have no more.
    private record Expected(int count, boolean pictures, int removed) {}

    private final Map<String, Integer> here = new HashMap<>();
    private final Map<String, Expected> expected = new HashMap<>();
    private int images;
    private int received;
    private int unreadable;
    private int strange;
    private int altered;
    private int removedElsewhere;
    private boolean asked;
    private boolean certain = true;

    void count(Instance instance, boolean image) {
        here.merge(instance.seriesUid(), 1, Integer::sum);
        received++;
        if (image) images++;
    }

    int receivedOf(String seriesUid) {
        return here.getOrDefault(seriesUid, 0);
    }

    /// @param series what the archives have
    /// @param certain whether all of them have answered
    /// @param held what is here
    void expect(List<SeriesPlan> series, boolean certain, Collection<Instance> held) {
        asked = true;
        this.certain = certain;
        expected.clear();
        var images = imagesBySeries(held);
        removedElsewhere = 0;
        for (var one : series) {
            var here = images.remove(one.uid());
            int removed = 0;
            var listed = one.allListed();
            if (certain && here != null && listed.isPresent()) {
                here.removeAll(listed.get());
                removed = here.size();
            }
            expected.put(one.uid(), new Expected(one.expected(), one.pictures(), removed));
        }
        if (certain) for (var left : images.values()) removedElsewhere += left.size();
    }

    private static Map<String, Set<String>> imagesBySeries(Collection<Instance> held) {
        var images = new HashMap<String, Set<String>>();
        for (var one : held)
            if (SopClass.isImage(one.sopClass()))
                images.computeIfAbsent(one.seriesUid(), _ -> new HashSet<>()).add(one.uid());
        return images;
    }

    Completeness all() {
        return asked ? of(false) : Completeness.of(received, -1);
    }

    Completeness images() {
        return asked ? of(true) : Completeness.of(images, -1);
    }

    /// What is made here and not known to the archives does not count.
    private Completeness of(boolean picturesOnly) {
        int count = 0;
        int sum = 0;
        int removed = removedElsewhere;
        for (var one : expected.entrySet()) {
            var series = one.getValue();
            if (picturesOnly && !series.pictures()) continue;
            count += receivedOf(one.getKey()) - series.removed();
            sum = sum < 0 || series.count() < 0 ? -1 : sum + series.count();
            removed += series.removed();
        }
        var known = Completeness.of(count, sum, removed, altered);
        // an archive that is silent may have more of it
        return certain || !known.complete() ? known : known.uncertain();
    }

    void countUnreadable() {
        unreadable++;
    }

    int unreadable() {
        return unreadable;
    }

    void countStrange() {
        strange++;
    }

    int strange() {
        return strange;
    }

    void countAltered() {
        altered++;
    }
}
