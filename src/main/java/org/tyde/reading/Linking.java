package org.tyde.reading;

import org.tyde.hanging.ImageStack;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which viewports scroll together, and to where: series of one study by their position in one frame of
/// reference; current and prior as a reader linked them.
final class Linking {
    private Optional<StudyLink> link = Optional.empty();
    private boolean withinStudy = true;

    Optional<StudyLink> link() {
        return link;
    }

    boolean withinStudy() {
        return withinStudy;
    }

    void withinStudy(boolean on) {
        withinStudy = on;
    }

    /// Links the study of one viewport with the other one that is shown, at the levels now shown.
    ///
    /// @return whether there was anything to link
    boolean tie(ViewportState active, List<ViewportState> shown) {
        link = StudyLinks.between(active, shown);
        return link.isPresent();
    }

    /// @return whether there was a link
    boolean untie() {
        boolean was = link.isPresent();
        link = Optional.empty();
        return was;
    }

    /// @return the frame that another viewport shows when `source` shows `at`; empty: it does not follow
    OptionalInt following(ImageStack source, int at, ViewportState other) {
        if (other.stack().isEmpty()) return OptionalInt.empty();
        var target = other.stack().get();
        int shown = other.view().frame();
        if (!source.studyUid().equals(target.studyUid()))
            return link.isEmpty()
                    ? OptionalInt.empty()
                    : link.get().follow(source, at, target, shown);
        var level = source.frame(at).level();
        if (!withinStudy || level.isEmpty() || !source.sameSpace(target))
            return OptionalInt.empty();
        return target.nearest(level.getAsDouble(), shown);
    }
}
