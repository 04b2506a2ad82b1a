package org.tyde.ui.viewport;

import static org.tyde.ui.FxThread.FX;

import org.jspecify.annotations.Nullable;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.MaskSubtraction;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;
import org.tyde.work.Outcome;
import org.tyde.work.Priority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Fetches the frame a viewport wants, and its neighbours in the direction of travel. Only the newest
/// wish is answered; used on the JavaFX thread, answers on it.
final class FrameFeed {
    private static final int AHEAD = 12;
    private static final int BEHIND = 3;
    private static final int HEADERS = 512;

    /// A frame and what is known of it.
    ///
    /// @param key which
    /// @param header of its image
    /// @param frame its values, perhaps of a coarser level
    /// @param over what lies over it
    /// @param less frames whose mean was taken from it, 1-based; none where it is as stored
    record Ready(
            FrameKey key, ImageHeader header, Frame frame, OverPicture over, List<Integer> less) {
        boolean difference() {
            return !less.isEmpty();
        }
    }

    private record Known(ImageHeader header, OverPicture over) {}

    private final FrameSource source;
    private final JobRunner runner;
    private final Consumer<Ready> arrived;
    private final Consumer<Throwable> failed;
    private final Map<FrameKey, Job<Frame>> ahead = new HashMap<>();
    private final Map<String, Known> headers =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > HEADERS;
                }
            };
    private @Nullable Job<Ready> wish;
    private @Nullable FrameKey wished;
    private @Nullable Ready ready;
    private boolean subtracting;

    /// @param source of headers and frames
    /// @param runner waits for them
    /// @param arrived told of the frame wished for last
    /// @param failed told why it did not come
    FrameFeed(
            FrameSource source,
            JobRunner runner,
            Consumer<Ready> arrived,
            Consumer<Throwable> failed) {
        this.source = source;
        this.runner = runner;
        this.arrived = arrived;
        this.failed = failed;
    }

    /// @return the frame wished for last, once it is here
    Optional<Ready> ready() {
        return Optional.ofNullable(ready).filter(r -> r.key().equals(wished));
    }

    /// @return which was wished for last
    Optional<FrameKey> wished() {
        return Optional.ofNullable(wished);
    }

    /// @param on whether the mask is taken from frames that have one
    void subtract(boolean on) {
        if (on != subtracting) wished = null;
        subtracting = on;
    }

    /// Only of values that no Modality LUT changes, so that what is measured in a difference is one.
    ///
    /// @return what is taken from that frame; empty where nothing can be
    static Optional<MaskSubtraction.Step> mask(ImageHeader header, int frame) {
        var lut = header.modalityLut(frame);
        boolean plain = lut.table().isEmpty() && lut.apply(0) == 0 && lut.apply(1) == 1;
        return plain ? header.mask().at(frame) : Optional.empty();
    }

    /// @param stack in it
    /// @param index from 0
    /// @param direction of travel: 1 forwards, -1 backwards
    /// @return whether it is another frame than before
    boolean want(ImageStack stack, int index, int direction) {
        var key = stack.frame(index).key();
        boolean another = !key.equals(wished);
        if (another) {
            wished = key;
            if (wish != null) wish.cancel();
            fetch(key);
        }
        lookAhead(stack, index, direction);
        return another;
    }

    /// Forgets everything: another patient, or nothing.
    void clear() {
        if (wish != null) wish.cancel();
        wish = null;
        wished = null;
        ready = null;
        headers.clear();
        ahead.values().forEach(Job::cancel);
        ahead.clear();
    }

    private void fetch(FrameKey key) {
        var known = headers.get(key.sopInstanceUid());
        if (known != null && !subtracting) {
            var job = source.frame(new FrameRequest(key, 0, Priority.VISIBLE));
            if (job.outcome().isPresent()
                    && job.outcome().get() instanceof Outcome.Done<Frame>(var frame)) {
                accept(new Ready(key, known.header, frame, known.over, List.of()));
                return;
            }
            watch(
                    key,
                    job.map(
                            frame ->
                                    new Ready(
                                            key,
                                            known.header,
                                            ranged(frame),
                                            known.over,
                                            List.of())));
            return;
        }
        boolean less = subtracting;
        watch(
                key,
                runner.waiting(
                        "viewport frame",
                        _ -> {
                            var header = source.header(key.sopInstanceUid());
                            var step =
                                    less
                                            ? mask(header, key.frame())
                                            : Optional.<MaskSubtraction.Step>empty();
                            var frame =
                                    step.isPresent()
                                            ? difference(key, step.get())
                                            : source.frame(visible(key)).await();
                            return new Ready(
                                    key,
                                    header,
                                    ranged(frame),
                                    OverPicture.of(header),
                                    step.map(MaskSubtraction.Step::mask).orElse(List.of()));
                        }));
    }

    private static FrameRequest visible(FrameKey key) {
        return new FrameRequest(key, 0, Priority.VISIBLE);
    }

    private Frame difference(FrameKey key, MaskSubtraction.Step step)
            throws Refusal, InterruptedException {
        return MaskSubtraction.difference(frames(key, step.contrast()), frames(key, step.mask()));
    }

    private List<Frame> frames(FrameKey key, List<Integer> numbers)
            throws Refusal, InterruptedException {
        var jobs =
                numbers.stream()
                        .map(n -> source.frame(visible(new FrameKey(key.sopInstanceUid(), n))))
                        .toList();
        var frames = new ArrayList<Frame>();
        for (var job : jobs) frames.add(job.await());
        return frames;
    }

    private void watch(FrameKey key, Job<Ready> job) {
        wish = job;
        FX.watch(
                job,
                r -> {
                    headers.put(key.sopInstanceUid(), new Known(r.header(), r.over()));
                    if (key.equals(wished)) accept(r);
                },
                cause -> {
                    if (key.equals(wished)) failed.accept(cause);
                });
    }

    private void accept(Ready r) {
        headers.put(r.key().sopInstanceUid(), new Known(r.header(), r.over()));
        ready = r;
        arrived.accept(r);
    }

    private void lookAhead(ImageStack stack, int index, int direction) {
        var near = new HashMap<FrameKey, Job<Frame>>();
        for (int i = 1; i <= AHEAD; i++) {
            keepNear(stack, index + i * direction, i, near);
            if (i <= BEHIND) keepNear(stack, index - i * direction, i, near);
        }
        ahead.forEach(
                (key, job) -> {
                    if (!near.containsKey(key) && !key.equals(wished)) job.cancel();
                });
        ahead.clear();
        ahead.putAll(near);
    }

    private void keepNear(
            ImageStack stack, int index, int distance, Map<FrameKey, Job<Frame>> near) {
        if (index < 0 || index >= stack.size()) return;
        var key = stack.frame(index).key();
        var running = ahead.get(key);
        if (running == null) {
            var priority = distance <= 2 ? Priority.NEXT : Priority.NEAR;
            running = source.frame(new FrameRequest(key, 0, priority)).map(FrameFeed::ranged);
        }
        near.put(key, running);
    }

    /// Its range is asked for here, off the JavaFX thread: it is kept with the frame.
    private static Frame ranged(Frame frame) {
        if (frame.grey()) frame.range();
        return frame;
    }
}
