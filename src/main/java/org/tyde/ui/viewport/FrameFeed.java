package org.tyde.ui.viewport;

import static org.tyde.ui.FxThread.FX;

import org.jspecify.annotations.Nullable;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.MaskSubtraction;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.reading.Derivation;
import org.tyde.refusal.Refusal;
import org.tyde.volume.Slab;
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
    /// @param slab how thick it was wished for
    /// @param derivation what its values are made of
    /// @param loss what was lost of the images that take part before they came
    record Ready(
            FrameKey key,
            ImageHeader header,
            Frame frame,
            OverPicture over,
            Slab slab,
            Derivation derivation,
            SourceLoss loss) {
        static Ready stored(FrameKey key, ImageHeader header, Frame frame, OverPicture over) {
            var derivation = new Derivation.AsStored(key);
            return new Ready(key, header, frame, over, Slab.NONE, derivation, header.loss());
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
    private Slab thick = Slab.NONE;
    private @Nullable Ready ready;
    private Optional<PresentationState> state = Optional.empty();
    private Subtracting subtracting = Subtracting.AS_RECOMMENDED;

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
        return Optional.ofNullable(ready).filter(this::isWished);
    }

    private boolean isWished(Ready r) {
        return r.key().equals(wished) && r.slab().equals(thick);
    }

    /// @return which was wished for last
    Optional<FrameKey> wished() {
        return Optional.ofNullable(wished);
    }

    /// When the mask is taken from frames that have one.
    enum Subtracting {
        /// When the image asks for it.
        AS_RECOMMENDED,
        /// Always.
        ON,
        /// Never.
        OFF;

        boolean of(ImageHeader header, int frame) {
            return switch (this) {
                case AS_RECOMMENDED -> header.mask().recommended(frame);
                case ON -> true;
                case OFF -> false;
            };
        }
    }

    /// @param when the mask is taken from frames that have one
    /// @param through the presentation state that is on, which alone says then what is taken
    void subtract(Subtracting when, Optional<PresentationState> through) {
        var masks = through.filter(PresentationState::subtracts).map(PresentationState::sopUid);
        var now = through.isPresent() ? Subtracting.OFF : when;
        boolean another =
                now != subtracting
                        || !masks.equals(
                                state.filter(PresentationState::subtracts)
                                        .map(PresentationState::sopUid));
        if (another) {
            wished = null;
            // the same frame with another mask, or none, is another picture
            ready = null;
        }
        subtracting = now;
        state = through;
    }

    private boolean subtracts(ImageHeader header, int frame) {
        return state.map(PresentationState::subtracts).orElse(false)
                || subtracting.of(header, frame);
    }

    private static Optional<MaskSubtraction.Step> mask(
            ImageHeader header, int frame, Subtracting when, Optional<PresentationState> state) {
        if (state.isEmpty()) return when.of(header, frame) ? mask(header, frame) : Optional.empty();
        try {
            return state.get().of(header, frame).mask();
        } catch (Refusal notApplied) {
            return Optional.empty();
        }
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
    /// @param slab how thick; of effect where the frame has a level in its stack
    /// @return whether it is another frame than before, or of another thickness
    boolean want(ImageStack stack, int index, int direction, Slab slab) {
        var key = stack.frame(index).key();
        var now = stack.frame(index).level().isPresent() ? slab : Slab.NONE;
        boolean another = !key.equals(wished) || !now.equals(thick);
        if (another) {
            wished = key;
            thick = now;
            if (wish != null) wish.cancel();
            if (now.millimetres() == 0) fetch(key);
            else watch(now, new SlabFrames(source, runner).of(stack, index, now));
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
        if (known != null && !subtracts(known.header, key.frame())) {
            var job = source.frame(new FrameRequest(key, 0, Priority.VISIBLE));
            if (job.outcome().isPresent()
                    && job.outcome().get() instanceof Outcome.Done<Frame>(var frame)) {
                accept(Ready.stored(key, known.header, frame, known.over));
                return;
            }
            watch(
                    Slab.NONE,
                    job.map(frame -> Ready.stored(key, known.header, ranged(frame), known.over)));
            return;
        }
        var when = subtracting;
        var through = state;
        watch(
                Slab.NONE,
                runner.waiting(
                        "viewport frame",
                        _ -> {
                            var header = source.header(key.sopInstanceUid());
                            var step = mask(header, key.frame(), when, through);
                            var frame =
                                    step.isPresent()
                                            ? difference(key, step.get())
                                            : source.frame(visible(key)).await();
                            return new Ready(
                                    key,
                                    header,
                                    ranged(frame),
                                    OverPicture.of(header),
                                    Slab.NONE,
                                    step.<Derivation>map(
                                                    s -> new Derivation.Subtracted(key, s.mask()))
                                            .orElseGet(() -> new Derivation.AsStored(key)),
                                    header.loss());
                        }));
    }

    private static FrameRequest visible(FrameKey key) {
        return new FrameRequest(key, 0, Priority.VISIBLE);
    }

    private Frame difference(FrameKey key, MaskSubtraction.Step step)
            throws Refusal, InterruptedException {
        return MaskSubtraction.difference(
                step, frames(key, step.contrast()), frames(key, step.mask()));
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

    private void watch(Slab slab, Job<Ready> job) {
        wish = job;
        var key = wished;
        FX.watch(
                job,
                r -> {
                    headers.put(r.key().sopInstanceUid(), new Known(r.header(), r.over()));
                    if (isWished(r)) accept(r);
                },
                cause -> {
                    if (slab.equals(thick) && wished != null && wished.equals(key))
                        failed.accept(cause);
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
    static Frame ranged(Frame frame) {
        if (frame.grey()) frame.range();
        return frame;
    }
}
