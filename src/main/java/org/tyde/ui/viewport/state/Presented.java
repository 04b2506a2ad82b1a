package org.tyde.ui.viewport.state;

import org.tyde.evidence.presentation.Presentation;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.geometry.Turn;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.imaging.overlay.OverlayPlane;
import org.tyde.refusal.Refusal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The presentation states of the frame that is shown, and what the chosen one makes of it. Tables are read
/// once for a frame.
public final class Presented {
    private static final int KEPT = 64;

    /// @param state chosen
    /// @param presentation of the frame; empty where it cannot be applied
    /// @param over what lies over the frame then
    /// @param refused why it cannot be applied
    public record Shown(
            PresentationState state,
            Optional<Presentation> presentation,
            Optional<OverPicture> over,
            Optional<Refusal> refused) {
        /// @param why it cannot be applied after all
        /// @return not applied
        public Shown refused(Refusal why) {
            return new Shown(state, Optional.empty(), Optional.empty(), Optional.of(why));
        }
    }

    private record Key(String state, FrameKey frame) {}

    private final Map<Key, Shown> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Shown> eldest) {
                    return size() > KEPT;
                }
            };

    /// @param states that cover the frame
    /// @param chosen SOP Instance UID of one of them
    /// @param header of the image
    /// @param frame shown
    /// @return what it makes of the frame; empty where it is not one of them
    public Optional<Shown> of(
            List<PresentationState> states,
            Optional<String> chosen,
            ImageHeader header,
            FrameKey frame) {
        return states.stream()
                .filter(s -> chosen.equals(Optional.of(s.sopUid())))
                .findFirst()
                .map(
                        s ->
                                known.computeIfAbsent(
                                        new Key(s.sopUid(), frame), _ -> read(s, header, frame)));
    }

    private static Shown read(PresentationState state, ImageHeader header, FrameKey frame) {
        try {
            var presentation = state.of(header, frame.frame());
            var planes =
                    presentation.overlays().stream().map(OverlayPlane.Activated::plane).toList();
            var over = OverPicture.of(header, presentation.shutter(), planes);
            return new Shown(state, Optional.of(presentation), Optional.of(over), Optional.empty());
        } catch (Refusal refusal) {
            return new Shown(state, Optional.empty(), Optional.empty(), Optional.of(refusal));
        }
    }

    /// @param states that cover a frame
    /// @param chosen SOP Instance UID of one of them
    /// @return the state after the chosen one; after the last none, after none the first
    public static Optional<PresentationState> next(
            List<PresentationState> states, Optional<String> chosen) {
        int at = -1;
        for (int i = 0; i < states.size(); i++)
            if (chosen.equals(Optional.of(states.get(i).sopUid()))) at = i;
        return at + 1 < states.size() ? Optional.of(states.get(at + 1)) : Optional.empty();
    }

    /// @param state covers the frame
    /// @param header of the image
    /// @param frame shown
    /// @return how the state turns the image; not at all where it cannot be applied
    public Turn turn(PresentationState state, ImageHeader header, FrameKey frame) {
        return of(List.of(state), Optional.of(state.sopUid()), header, frame)
                .flatMap(Shown::presentation)
                .map(Presentation::turn)
                .orElse(Turn.NONE);
    }
}
