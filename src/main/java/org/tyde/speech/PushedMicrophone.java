package org.tyde.speech;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;

/// A microphone behind a key that people press a little late and let go a little early. What is said in
/// the 300 ms after the key went up is heard too; what was said in the 300 ms before it went down only where
/// the line may stay open between presses ([#stayOpen]): then the last 300 ms, and no more, are remembered,
/// and forgotten unless a press follows. Thread-safe; never calls out with its lock held.
public final class PushedMicrophone implements AudioSource {
    /// Samples before and after: 300 ms.
    static final int ROLL = SAMPLE_RATE * 3 / 10;

    private final AudioSource device;
    private final Samples before = new Samples();
    private @Nullable Line line;
    private @Nullable Press press;
    private final List<Press> superseded = new ArrayList<>();
    private boolean stay;

    /// One time that the key is down.
    private static final class Press {
        final Sink sink;
        boolean begun;
        boolean up;
        int left = ROLL;

        Press(Sink sink) {
            this.sink = sink;
        }
    }

    /// @param device that captures
    public PushedMicrophone(AudioSource device) {
        this.device = device;
    }

    @Override
    public String name() {
        return device.name();
    }

    @Override
    public boolean live() {
        return device.live();
    }

    /// @param runner whose thread listens
    /// @param on whether the line stays open between presses from now on
    /// @throws Refusal the device cannot be opened
    public void stayOpen(JobRunner runner, boolean on) throws Refusal {
        synchronized (this) {
            stay = on;
            if (on && line == null) line = connect(runner);
        }
        hangUpUnlessNeeded();
    }

    /// @return whether the device is listening, whether or not the key is down
    public synchronized boolean open() {
        return line != null;
    }

    @Override
    public Capture open(JobRunner runner, Sink sink) throws Refusal {
        synchronized (this) {
            if (line == null) line = connect(runner);
            if (press != null) superseded.add(press);
            var next = new Press(sink);
            press = next;
            return () -> up(next);
        }
    }

    private synchronized void up(Press which) {
        which.up = true;
    }

    private Line connect(JobRunner runner) throws Refusal {
        before.drop(before.length());
        var next = new Line();
        next.capture = device.open(runner, next);
        return next;
    }

    private void hangUpUnlessNeeded() {
        Line gone;
        synchronized (this) {
            if (stay || press != null) return;
            gone = line;
            line = null;
            before.drop(before.length());
        }
        if (gone != null) gone.close();
    }

    /// Sound of one opening of the device.
    private final class Line implements Sink {
        private @Nullable Capture capture;

        void close() {
            if (capture != null) capture.close();
        }

        @Override
        public void samples(short[] samples, int count) {
            List<Press> over;
            short[] first = new short[0];
            int now;
            Press to;
            boolean last = false;
            synchronized (PushedMicrophone.this) {
                over = List.copyOf(superseded);
                superseded.clear();
                to = press;
                now = count;
                if (to == null) remember(samples, count);
                else {
                    if (!to.begun) first = before.copy(0, before.length());
                    before.drop(before.length());
                    to.begun = true;
                    if (to.up) {
                        now = Math.min(count, to.left);
                        to.left -= now;
                        last = to.left == 0;
                    }
                    if (last) press = null;
                }
            }
            for (var old : over) old.sink.ended();
            if (to == null) return;
            if (first.length > 0) to.sink.samples(first, first.length);
            if (now > 0) to.sink.samples(samples, now);
            if (!last) return;
            hangUpUnlessNeeded();
            to.sink.ended();
        }

        private void remember(short[] samples, int count) {
            before.append(samples, count);
            before.drop(before.length() - ROLL);
        }

        @Override
        public void broke(Refusal why) {
            for (var open : waiting(false)) open.sink.broke(why);
        }

        @Override
        public void ended() {
            var open = waiting(true);
            for (var one : open) one.sink.ended();
        }

        /// @param end whether this was the last of the line
        private List<Press> waiting(boolean end) {
            synchronized (PushedMicrophone.this) {
                if (line != this && line != null) return List.of();
                var all = new ArrayList<>(superseded);
                if (press != null) all.add(press);
                if (end) {
                    superseded.clear();
                    press = null;
                    line = null;
                }
                return all;
            }
        }
    }
}
