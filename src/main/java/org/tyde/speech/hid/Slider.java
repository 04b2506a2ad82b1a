package org.tyde.speech.hid;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The slider that some SpeechMikes have in place of buttons. It always stands at one of four positions, and
/// each report of a button says at which, in the bits that are buttons of other models.
public enum Slider {
    /// Record, stop, play, rewind (LFH3210, 3310, 3510, 3610, SMP3710, 3810, 4010).
    INTERNATIONAL(
            Set.of(3210, 3310, 3510, 3610, 3710, 3810, 4010),
            EnumSet.of(Control.RECORD, Control.STOP, Control.PLAY, Control.REWIND)),
    /// Forward, stop, play, rewind; record is a button beside it (LFH3220, 3520, SMP3720).
    PHILIPS(
            Set.of(3220, 3520, 3720),
            EnumSet.of(Control.FORWARD, Control.STOP, Control.PLAY, Control.REWIND));

    @SuppressWarnings("ImmutableEnumChecker") // copied unmodifiable
    private final Set<Integer> models;

    @SuppressWarnings("ImmutableEnumChecker") // copied unmodifiable
    private final Set<Control> positions;

    Slider(Set<Integer> models, Set<Control> positions) {
        this.models = Set.copyOf(models);
        this.positions = Set.copyOf(positions);
    }

    /// @param model number of a SpeechMike, such as 3710
    /// @return its slider, empty where it has buttons
    public static Optional<Slider> of(int model) {
        return Arrays.stream(values()).filter(s -> s.models.contains(model)).findFirst();
    }

    /// @return where it can stand
    Set<Control> positions() {
        return positions;
    }
}
