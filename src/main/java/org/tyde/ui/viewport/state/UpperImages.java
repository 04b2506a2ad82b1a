package org.tyde.ui.viewport.state;

import static org.tyde.ui.FxThread.FX;

import org.tyde.evidence.blending.Superimposed;
import org.tyde.evidence.blending.Superimposing;
import org.tyde.evidence.presentation.Blending;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImagingReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What blending states lay over the frames of one viewport, fetched when a frame is shown. Used on the JavaFX
/// thread.
public final class UpperImages {
    private static final int KEPT = 16;

    /// How far the upper images of one frame are.
    public sealed interface Now {
        /// @param upper what is laid over
        record Here(Superimposed upper) implements Now {}

        /// It is on its way.
        ///
        /// @param job that fetches it
        record Coming(Job<Superimposed> job) implements Now {}

        /// @param why nothing is laid over
        /// @param images of the case when it was refused
        record Refused(Refusal why, int images) implements Now {}
    }

    private record Key(String state, FrameKey frame) {}

    private final StateDesk desk;
    private final Runnable changed;
    private final Map<String, Superimposing> states = new HashMap<>();
    private final Map<Key, Now> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Now> eldest) {
                    return size() > KEPT;
                }
            };

    /// @param desk with the images
    /// @param changed told when something has come, or will not
    public UpperImages(StateDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    /// Asks for them the first time, and again when more images of the case have come since they were refused.
    ///
    /// @param state that is on
    /// @param blending it asks for
    /// @param header of the lower image
    /// @param frame of it
    /// @return how far its upper images are
    public Now of(PresentationState state, Blending blending, ImageHeader header, FrameKey frame) {
        var key = new Key(state.sopUid(), frame);
        int images = images();
        var now = known.get(key);
        boolean again = now instanceof Now.Refused(var _, int before) && before != images;
        if (now != null && !again) return now;
        if (again) states.remove(state.sopUid());
        var job =
                states.computeIfAbsent(state.sopUid(), _ -> superimposing(blending))
                        .over(header, frame.frame());
        var coming = new Now.Coming(job);
        known.put(key, coming);
        FX.watch(
                job,
                upper -> put(key, coming, new Now.Here(upper)),
                cause -> put(key, coming, new Now.Refused(refusal(cause), images)));
        return known.getOrDefault(key, coming);
    }

    private void put(Key key, Now.Coming asked, Now now) {
        if (!asked.equals(known.get(key))) return;
        known.put(key, now);
        changed.run();
    }

    private static Refusal refusal(Throwable cause) {
        return cause instanceof Refusal refusal
                ? refusal
                : new Refusal(ImagingReason.UNREAD, String.valueOf(cause.getMessage()))
                        .because(cause);
    }

    private Superimposing superimposing(Blending blending) {
        return new Superimposing(
                blending,
                desk.source(),
                desk.runner(),
                uid -> desk.openCase().flatMap(c -> c.registration(uid)));
    }

    private int images() {
        return desk.openCase()
                .map(c -> c.hang().stacks().stream().mapToInt(s -> s.size()).sum())
                .orElse(0);
    }

    /// Forgets everything: another patient, or nothing.
    public void clear() {
        known.values()
                .forEach(
                        now -> {
                            if (now instanceof Now.Coming(var job)) job.cancel();
                        });
        known.clear();
        states.clear();
    }
}
