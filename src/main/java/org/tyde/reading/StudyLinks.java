package org.tyde.reading;

import org.tyde.geometry.AnatomicPlane;
import org.tyde.hanging.ImageStack;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes the link of two studies from what the viewports show.
final class StudyLinks {
    private StudyLinks() {}

    /// The active viewport's study with the first other one that can be linked: for each plane by the
    /// levels shown, the active viewport counting before the others.
    static Optional<StudyLink> between(ViewportState active, List<ViewportState> viewports) {
        if (active.stack().isEmpty()) return Optional.empty();
        var from = active.stack().get().studyUid();
        var to =
                viewports.stream()
                        .flatMap(v -> v.stack().stream())
                        .map(ImageStack::studyUid)
                        .filter(uid -> !uid.equals(from))
                        .findFirst();
        if (to.isEmpty()) return Optional.empty();
        var offsets = new EnumMap<AnatomicPlane, Double>(AnatomicPlane.class);
        var frames = OptionalInt.empty();
        for (var a : activeFirst(active, viewports))
            for (var b : viewports) {
                if (!of(a, from) || !of(b, to.get())) continue;
                var plane = plane(a);
                if (plane.isPresent() && plane.equals(plane(b)))
                    offsets.putIfAbsent(plane.get(), level(b) - level(a));
                else if (plane.isEmpty() && plane(b).isEmpty() && frames.isEmpty())
                    frames = OptionalInt.of(b.view().frame() - a.view().frame());
            }
        if (offsets.isEmpty() && frames.isEmpty()) return Optional.empty();
        return Optional.of(new StudyLink(from, to.get(), offsets, frames));
    }

    private static List<ViewportState> activeFirst(
            ViewportState active, List<ViewportState> viewports) {
        var list = new java.util.ArrayList<ViewportState>();
        list.add(active);
        list.addAll(viewports);
        return list;
    }

    private static boolean of(ViewportState v, String study) {
        return v.stack().filter(s -> s.studyUid().equals(study)).isPresent();
    }

    private static Optional<AnatomicPlane> plane(ViewportState v) {
        return v.stack().flatMap(StudyLink::plane);
    }

    private static double level(ViewportState v) {
        return v.frame().orElseThrow().level().orElseThrow();
    }
}
