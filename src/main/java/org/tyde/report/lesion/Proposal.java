package org.tyde.report.lesion;

import org.tyde.reading.Tracked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// That a measurement of the study that is read may be of a lesion measured before. It is proposed and no more: a
/// person ties them.
///
/// @param key of the measurement
/// @param lesion it may be of
/// @param why all that agrees; nothing that is known of both disagrees
public record Proposal(String key, Tracked lesion, Set<Why> why) {
    /// What agrees.
    public enum Why {
        /// They are called the same.
        NAME,
        /// The codes of the site, and the sides, are the same.
        SITE,
        /// The sizes are of one kind, the larger less than twice the smaller.
        SIZE,
        /// They lie within 15 mm, or one size of each other, in one frame of reference.
        PLACE
    }

    private static final double NEAR = 15;

    /// @param drawn in the study that is read, tied to nothing
    /// @param before measured in earlier studies, the older first
    /// @return the lesion that agrees in most; none unless its name or its place agrees, and its size
    public static Optional<Proposal> of(Sighting drawn, List<Sighting> before) {
        var found = new ArrayList<Proposal>();
        for (var one : before)
            agreement(drawn, one)
                    .ifPresent(why -> found.add(new Proposal(drawn.key(), one.lesion(), why)));
        return found.reversed().stream().max(Comparator.comparingInt(p -> p.why().size()));
    }

    private static Optional<Set<Why>> agreement(Sighting drawn, Sighting before) {
        var why = java.util.EnumSet.noneOf(Why.class);
        if (!size(drawn, before)) return Optional.empty();
        why.add(Why.SIZE);
        if (drawn.lesion().site().isPresent() && before.lesion().site().isPresent()) {
            if (!site(drawn.lesion(), before.lesion())) return Optional.empty();
            why.add(Why.SITE);
        }
        boolean comparable =
                drawn.spot().isPresent()
                        && before.spot().isPresent()
                        && drawn.spot()
                                .get()
                                .frameOfReference()
                                .equals(before.spot().get().frameOfReference());
        if (comparable) {
            if (!near(drawn, before)) return Optional.empty();
            why.add(Why.PLACE);
        }
        if (name(drawn.lesion()).equals(name(before.lesion()))) why.add(Why.NAME);
        return why.contains(Why.NAME) || why.contains(Why.PLACE)
                ? Optional.of(why)
                : Optional.empty();
    }

    private static String name(Tracked lesion) {
        return lesion.identifier().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean site(Tracked one, Tracked other) {
        return one.site().orElseThrow().same(other.site().orElseThrow())
                && (one.side().isEmpty()
                        || other.side().isEmpty()
                        || one.side().equals(other.side()));
    }

    private static boolean size(Sighting one, Sighting other) {
        for (var a : one.sizes())
            for (var b : other.sizes())
                if (a.kind().same(b.kind()))
                    return Math.max(a.value(), b.value()) < 2 * Math.min(a.value(), b.value());
        return false;
    }

    private static boolean near(Sighting one, Sighting other) {
        double apart =
                one.spot()
                        .orElseThrow()
                        .centre()
                        .minus(other.spot().orElseThrow().centre())
                        .length();
        double size =
                one.sizes().stream()
                        .filter(s -> s.kind().length())
                        .mapToDouble(Size::value)
                        .max()
                        .orElse(0);
        return apart <= Math.max(NEAR, size);
    }
}
