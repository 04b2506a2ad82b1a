package org.tyde.imaging.multiframe;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a functional group of a frame stands: with the frame, with all frames, or (in images that have
/// none) in the data set itself (PS3.3 C.7.6.16). That of a frame goes before that of all.
public final class FunctionalGroups {
    private final DataSet whole;
    private final int frames;
    private final List<DataSet> shared;
    private final List<DataSet> own;
    private final Set<Tag> perFrame = new HashSet<>();

    private FunctionalGroups(DataSet whole, int frames) throws Refusal {
        this.whole = whole;
        this.frames = frames;
        this.shared = whole.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        this.own = whole.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        for (var item : own) for (var element : item) perFrame.add(element.tag());
    }

    /// @param image with or without functional groups
    /// @param frames how many it has, at least 1
    /// @return its groups
    /// @throws Refusal where they are no sequences
    public static FunctionalGroups of(DataSet image, int frames) throws Refusal {
        return new FunctionalGroups(image, frames);
    }

    /// @return whether frames may differ in anything
    public boolean perFrame() {
        return !own.isEmpty();
    }

    /// @return whether there are none, or one shared item and one for each frame
    public boolean complete() {
        boolean none = own.isEmpty() && shared.isEmpty();
        return none || shared.size() == 1 && own.size() == frames;
    }

    /// What holds for a frame, wherever it stands. Where other frames have the group for themselves and this
    /// one lacks it, nothing holds: neighbours are no substitute.
    ///
    /// @param frame 1-based
    /// @param sequence of the group
    /// @return the group's item; the data set itself where no frame has that group
    /// @throws Refusal where it is no sequence
    public DataSet macro(int frame, Tag sequence) throws Refusal {
        var stated = stated(frame, sequence);
        if (stated.isPresent()) return stated.get();
        return perFrame.contains(sequence) ? DataSet.empty() : whole;
    }

    /// @param frame 1-based
    /// @param sequence of a group of several items
    /// @return what the group says of the frame; none where it says nothing
    /// @throws Refusal where it is no sequence
    public List<DataSet> items(int frame, Tag sequence) throws Refusal {
        if (frame <= own.size()) {
            var mine = own.get(frame - 1).sequence(sequence);
            if (!mine.isEmpty()) return mine;
        }
        return shared.isEmpty() ? List.of() : shared.getFirst().sequence(sequence);
    }

    /// @param frame 1-based
    /// @param sequence of the group
    /// @return what a functional group says of the frame
    /// @throws Refusal where it is no sequence
    public Optional<DataSet> stated(int frame, Tag sequence) throws Refusal {
        if (frame <= own.size()) {
            var mine = own.get(frame - 1).item(sequence);
            if (mine.isPresent()) return mine;
        }
        return shared.isEmpty() ? Optional.empty() : shared.getFirst().item(sequence);
    }
}
