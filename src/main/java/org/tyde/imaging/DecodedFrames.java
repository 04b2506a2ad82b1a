package org.tyde.imaging;

import org.jspecify.annotations.Nullable;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Decoded frames in a memory budget. Equal requests share one decoding; the least recently used frame goes
/// first, frames below a megapixel before they fill the budget: they are decoded again between two turns of
/// the wheel, large ones are not. A frame that someone still shows is found again without decoding, whether it fits or not.
/// A decoding stops when the last of those who asked for it has cancelled. Thread-safe.
public final class DecodedFrames implements FrameSource {
    private static final int HEADERS = 1024;

    /// Pixels of a frame that will hardly ever be shown but reduced: its levels are built ahead.
    private static final long LARGE = 1 << 20;

    /// What frames below [#LARGE] may take: 1,024 slices of 512 x 512 in 16 bits.
    private static final long SMALL_ONES = 512L << 20;

    private static final int SMALLEST_LEVEL = 15;
    private final EncodedFrames encoded;
    private final CodecRegistry codecs;
    private final JobRunner runner;
    private final long budget;
    private final long smallOnes;
    private final LinkedHashMap<FrameKey, Frame> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<FrameKey, WeakReference<Frame>> seen = new HashMap<>();
    private final Map<FrameKey, Decoding> running = new HashMap<>();
    private final LinkedHashMap<String, ImageHeader> headers = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;
    private long smallBytes;

    /// @param encoded where stored frames come from
    /// @param codecs decodes them
    /// @param runner fetches on waiting jobs, decodes on computing ones
    /// @param budget bytes of decoded frames to keep
    public DecodedFrames(
            EncodedFrames encoded, CodecRegistry codecs, JobRunner runner, long budget) {
        this(encoded, codecs, runner, budget, SMALL_ONES);
    }

    /// @param smallOnes bytes of it that frames below a megapixel may take
    DecodedFrames(
            EncodedFrames encoded,
            CodecRegistry codecs,
            JobRunner runner,
            long budget,
            long smallOnes) {
        this.encoded = encoded;
        this.codecs = codecs;
        this.runner = runner;
        this.budget = budget;
        this.smallOnes = smallOnes;
    }

    /// @return half of the memory this process may take, which is itself a part of the machine's
    public static long budgetOfThisMachine() {
        return Runtime.getRuntime().maxMemory() / 2;
    }

    @Override
    public ImageHeader header(String sopInstanceUid) throws Refusal {
        synchronized (headers) {
            var known = headers.get(sopInstanceUid);
            if (known != null) return known;
        }
        var read = encoded.header(sopInstanceUid);
        synchronized (headers) {
            headers.put(sopInstanceUid, read);
            if (headers.size() > HEADERS) headers.pollFirstEntry();
        }
        return read;
    }

    @Override
    public Job<Frame> frame(FrameRequest request) {
        Frame there;
        Decoding decoding;
        synchronized (this) {
            there = find(request.key());
            decoding = there != null ? null : running.computeIfAbsent(request.key(), Decoding::new);
            if (decoding != null) decoding.join();
        }
        if (there != null) return there(there, request);
        return wait(java.util.Objects.requireNonNull(decoding), request);
    }

    private Job<Frame> there(Frame frame, FrameRequest request) {
        int level = request.level();
        if (frame.hasLevel(level)) return Job.done(frame.atLevel(level));
        return runner.computing("level", request.priority(), _ -> frame.atLevel(level));
    }

    private Job<Frame> wait(Decoding decoding, FrameRequest request) {
        decoding.want(request.priority());
        Job<Frame> job = runner.waiting("frame", _ -> decoding.await().atLevel(request.level()));
        return job.onEnd(_ -> decoding.leave());
    }

    /// @return bytes of decoded frames kept
    public synchronized long bytes() {
        return bytes;
    }

    private synchronized @Nullable Frame find(FrameKey key) {
        var frame = kept.get(key);
        if (frame != null) return frame;
        var weak = seen.get(key);
        frame = weak == null ? null : weak.get();
        if (frame != null) keep(key, frame);
        return frame;
    }

    private synchronized void keep(FrameKey key, Frame frame) {
        if (kept.put(key, frame) == null) count(frame, 1);
        seen.put(key, new WeakReference<>(frame));
        while (bytes > budget && kept.size() > 1) count(kept.pollFirstEntry().getValue(), -1);
        if (small(frame) && smallBytes > smallOnes) dropSmall(frame);
        if (seen.size() > 2 * kept.size() + 256) seen.values().removeIf(w -> w.get() == null);
    }

    /// The least recently used small frames, until the others fit; never the newest.
    private void dropSmall(Frame newest) {
        var oldest = kept.values().iterator();
        while (smallBytes > smallOnes && oldest.hasNext()) {
            var frame = oldest.next();
            if (frame == newest || !small(frame)) continue;
            oldest.remove();
            count(frame, -1);
        }
    }

    private static boolean small(Frame frame) {
        return frame.format().pixels() < LARGE;
    }

    private void count(Frame frame, int sign) {
        bytes += sign * frame.bytes();
        if (small(frame)) smallBytes += sign * frame.bytes();
    }

    /// One decoding that any number of requests wait for.
    private final class Decoding implements JobContext {
        private final FrameKey key;
        private final CompletableFuture<Frame> result = new CompletableFuture<>();
        private int waiting;
        private @Nullable Priority priority;
        private @Nullable Job<Boolean> fetching;
        private @Nullable EncodedFrame fetched;
        private boolean begun;

        Decoding(FrameKey key) {
            this.key = key;
        }

        @Override
        public void progress(long done, long total) {}

        @Override
        public boolean cancelled() {
            synchronized (DecodedFrames.this) {
                return waiting == 0;
            }
        }

        void join() {
            waiting++;
        }

        void leave() {
            Job<Boolean> fetch;
            synchronized (DecodedFrames.this) {
                if (--waiting > 0 || result.isDone()) return;
                running.remove(key, this);
                fetch = fetching;
            }
            if (fetch != null) fetch.cancel();
            result.cancel(false);
        }

        /// The first wish fetches; a more urgent one puts the decoding further ahead in the queue.
        void want(Priority wanted) {
            boolean queue;
            synchronized (DecodedFrames.this) {
                var before = priority;
                if (before != null && before.compareTo(wanted) <= 0) return;
                priority = wanted;
                queue = fetched != null;
                if (before == null) fetching = runner.waiting("fetch", _ -> fetch());
            }
            if (queue) queue(wanted);
        }

        private boolean fetch() {
            try {
                var frame = encoded.encoded(key);
                Priority now;
                synchronized (DecodedFrames.this) {
                    fetched = frame;
                    now = priority == null ? Priority.BACKGROUND : priority;
                }
                queue(now);
            } catch (IOException | RuntimeException | Error failed) {
                end(failed);
            }
            return true;
        }

        private void queue(Priority at) {
            var _ = runner.computing("decode", at, _ -> decode());
        }

        private boolean decode() {
            EncodedFrame frame;
            synchronized (DecodedFrames.this) {
                if (begun || fetched == null || waiting == 0) return false;
                begun = true;
                frame = fetched;
                fetched = null;
            }
            try {
                var header = header(key.sopInstanceUid());
                var decoded = Frame.decoded(frame, header, codecs, this);
                if (decoded.grey()) decoded.range();
                synchronized (DecodedFrames.this) {
                    running.remove(key, this);
                    keep(key, decoded);
                }
                result.complete(decoded);
                if (decoded.format().pixels() >= LARGE) {
                    var _ =
                            runner.computing(
                                    "pyramid", Priority.NEAR, _ -> decoded.atLevel(SMALLEST_LEVEL));
                }
            } catch (IOException | RuntimeException | Error failed) {
                end(failed);
            }
            return true;
        }

        private void end(Throwable failed) {
            synchronized (DecodedFrames.this) {
                running.remove(key, this);
            }
            result.completeExceptionally(failed);
        }

        Frame await() throws Refusal, InterruptedException {
            try {
                return result.get();
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case Refusal refusal -> throw refusal;
                    case RuntimeException bug -> throw bug;
                    case Error error -> throw error;
                    case null -> throw new IllegalStateException(failed);
                    case Throwable other ->
                            throw new Refusal(
                                            ImagingReason.UNREAD,
                                            String.valueOf(other.getMessage()))
                                    .because(other);
                }
            } catch (CancellationException abandoned) {
                throw abandoned;
            }
        }
    }
}
