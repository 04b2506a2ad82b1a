package org.tyde.report.lesion;

import org.tyde.evidence.FoundBy;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReadGroup;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.reading.Tracked;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A lesion as one document or drawing measured it in one study.
///
/// @param key of the measurement: the id of a drawing, or SOP Instance UID, `#` and number of a group in a document
/// @param lesion which is measured
/// @param studyUid Study Instance UID of the images measured on
/// @param sizes one of each kind
/// @param image measured on
/// @param by algorithms or devices that measured; empty for a person
/// @param spot where it is, as far as that is known
public record Sighting(
        String key,
        Tracked lesion,
        String studyUid,
        List<Size> sizes,
        Optional<InstanceReference> image,
        List<FoundBy> by,
        Optional<Spot> spot) {
    /// Copies the lists.
    public Sighting {
        sizes = List.copyOf(sizes);
        by = List.copyOf(by);
    }

    /// What one document measured.
    ///
    /// @param sightings of lesions that can be followed
    /// @param unfollowed how many groups have sizes and no Tracking Unique Identifier
    public record Read(List<Sighting> sightings, int unfollowed) {}

    /// @param document after TID 1500, ours or another's
    /// @return its lesions, in its order
    public static Read of(ReadMeasurements document) {
        var found = new ArrayList<Sighting>();
        int unfollowed = 0;
        for (int i = 0; i < document.groups().size(); i++) {
            var group = document.groups().get(i);
            var sizes = Size.of(group.values());
            if (sizes.isEmpty()) continue;
            if (group.trackingUid().isEmpty()) {
                unfollowed++;
                continue;
            }
            found.add(of(document, i, group, sizes));
        }
        return new Read(List.copyOf(found), unfollowed);
    }

    private static Sighting of(ReadMeasurements from, int at, ReadGroup group, List<Size> sizes) {
        var image = group.images().stream().findFirst();
        var uid = group.trackingUid().orElseThrow();
        return new Sighting(
                from.sopUid() + "#" + (at + 1),
                new Tracked(
                        uid,
                        group.identifier().isBlank() ? "…" + tail(uid) : group.identifier(),
                        group.finding(),
                        group.site(),
                        group.site().flatMap(_ -> group.side())),
                image.map(InstanceReference::studyUid)
                        .filter(s -> !s.isBlank())
                        .orElse(from.studyUid()),
                sizes,
                image,
                group.by(),
                Optional.empty());
    }

    /// What has no name is called by the end of its UID.
    private static String tail(String uid) {
        return uid.substring(Math.max(0, uid.length() - 6));
    }
}
