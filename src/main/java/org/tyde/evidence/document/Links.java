package org.tyde.evidence.document;

import org.tyde.evidence.Figure;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.content.ContentItem;
import org.tyde.evidence.content.ContentValue;
import org.tyde.evidence.content.ReferencedObject;
import org.tyde.evidence.content.Relationship;
import org.tyde.geometry.ImagePoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where items lead: the evidence of the document says in which study and series an object is.
final class Links {
    private static final Relationship INFERRED = Relationship.INFERRED_FROM;

    private final Map<String, InstanceReference> evidence = new HashMap<>();

    Links(List<InstanceReference> evidence) {
        for (var one : evidence) this.evidence.putIfAbsent(one.sopUid(), one);
    }

    DocumentLink.ToObject of(ContentValue.Reference to, Optional<ContentValue.Place> place) {
        var reference = reference(to.object());
        return new DocumentLink.ToObject(
                reference, to.type(), place.flatMap(p -> figure(p, reference)));
    }

    /// @param item that says something
    /// @return the one child that only names where that was found; empty where there is none or several
    Optional<ContentItem> only(ContentItem item) {
        if (item.value() instanceof ContentValue.Place) return Optional.empty();
        var found = item.children().stream().filter(this::isPlace).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// An image, or a place in one, of which nothing else is said.
    private boolean isPlace(ContentItem child) {
        if (child.relationship().filter(INFERRED::equals).isEmpty() || !child.flaws().isEmpty())
            return false;
        return switch (child.value()) {
            case ContentValue.Reference to ->
                    to.type().equals("IMAGE")
                            && child.children().isEmpty()
                            && to.object().throughState().isEmpty();
            case ContentValue.Place _ ->
                    child.children().size() == 1 && tells(child, child.children().getFirst());
            case ContentValue _ -> false;
        };
    }

    /// @param place as [#only] finds it
    /// @return where it leads
    DocumentLink of(ContentItem place) {
        if (place.value() instanceof ContentValue.Reference to) return of(to, Optional.empty());
        var drawn =
                Optional.of(place.value())
                        .filter(v -> v instanceof ContentValue.Place)
                        .map(ContentValue.Place.class::cast);
        return of(image(place).orElseThrow(), drawn);
    }

    private InstanceReference reference(ReferencedObject object) {
        var frames = object.frames().stream().filter(f -> f > 0).toList();
        var known = evidence.get(object.sopUid());
        return known == null
                ? new InstanceReference("", "", object.sopClass(), object.sopUid(), frames)
                : new InstanceReference(
                        known.studyUid(),
                        known.seriesUid(),
                        known.sopClass(),
                        known.sopUid(),
                        frames);
    }

    /// @param place an item with a place
    /// @return the one image it was chosen from; empty where it has none or several
    Optional<ContentValue.Reference> image(ContentItem place) {
        var images =
                place.children().stream()
                        .map(ContentItem::value)
                        .filter(v -> v instanceof ContentValue.Reference)
                        .map(ContentValue.Reference.class::cast)
                        .toList();
        return images.size() == 1 ? Optional.of(images.getFirst()) : Optional.empty();
    }

    /// @return whether the line of a place tells of that child already
    boolean tells(ContentItem place, ContentItem child) {
        return place.value() instanceof ContentValue.Place
                && child.value() instanceof ContentValue.Reference
                && child.children().isEmpty()
                && child.flaws().isEmpty()
                && image(place).isPresent();
    }

    private static Optional<Figure> figure(ContentValue.Place place, InstanceReference image) {
        if (!place.type().equals("SCOORD")) return Optional.empty();
        var points = new ArrayList<ImagePoint>();
        for (int i = 0; i + 1 < place.data().size(); i += 2)
            points.add(new ImagePoint(place.data().get(i), place.data().get(i + 1)));
        try {
            var graphic = Figure.Graphic.valueOf(place.graphic().toUpperCase(Locale.ROOT));
            return Optional.of(new Figure(graphic, points, image));
        } catch (IllegalArgumentException cannotBeDrawn) {
            return Optional.empty();
        }
    }
}
