package org.tyde.reading;

import org.tyde.hanging.ImageStack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The clips that play in the viewports of a case. Those started at one moment stay in step. Not thread-safe.
public final class Clips {
    private final Supplier<List<ViewportState>> viewports;
    private final BiConsumer<Integer, ViewportState> set;
    private final LongSupplier clock;

    /// @param viewports as they are now
    /// @param set changes one of them
    /// @param clock nanoseconds
    Clips(
            Supplier<List<ViewportState>> viewports,
            BiConsumer<Integer, ViewportState> set,
            LongSupplier clock) {
        this.viewports = viewports;
        this.set = set;
        this.clock = clock;
    }

    private ViewportState at(int index) {
        return viewports.get().get(index);
    }

    /// Starts a clip, or plays through the phases of a stack that has them; of no effect on a single frame.
    ///
    /// @param index of a viewport
    public void play(int index) {
        play(index, clock.getAsLong());
    }

    private void play(int index, long now) {
        var shown = at(index);
        if (shown.stack().isEmpty() || shown.stack().get().size() < 2) return;
        var cine = Cine.start(shown.stack().get(), shown.view().frame(), now);
        set.accept(index, shown.with(Optional.of(cine)));
    }

    /// Starts all clips that are shown, each from its beginning, at one moment: they stay in step, and where
    /// one waits for a frame all do.
    public void playAll() {
        long now = clock.getAsLong();
        for (int i = 0; i < viewports.get().size(); i++) {
            var shown = at(i);
            if (shown.stack().filter(Clips::moves).isEmpty()) continue;
            var stack = shown.stack().get();
            int first = CineSteps.of(stack, shown.view().frame()).frames().getFirst();
            set.accept(i, shown.with(shown.view().withFrame(first)));
            play(i, now);
        }
    }

    /// A volume is scrolled through; what has a pace, phases, or no places in the patient moves.
    private static boolean moves(ImageStack stack) {
        return stack.size() > 1
                && (stack.playback().isPresent()
                        || stack.phases() > 1
                        || stack.direction().isEmpty());
    }

    /// @param index of a viewport
    public void stop(int index) {
        set.accept(index, at(index).with(Optional.empty()));
    }

    /// Stops every clip.
    public void stopAll() {
        for (int i = 0; i < viewports.get().size(); i++) stop(i);
    }

    /// Plays faster or slower; where several play in step, all of them.
    ///
    /// @param index of a viewport that plays
    /// @param by how many of the [Cine#SPEEDS]; negative: slower
    public void faster(int index, int by) {
        long now = clock.getAsLong();
        inStep(index, c -> c.faster(by, now));
    }

    /// Plays to and fro instead of round and round, or back; where several play in step, all of them.
    ///
    /// @param index of a viewport that plays
    public void toggleSweep(int index) {
        long now = clock.getAsLong();
        boolean on = at(index).cine().filter(c -> !c.sweeps()).isPresent();
        inStep(index, c -> c.sweeping(on, now));
    }

    private void inStep(int index, UnaryOperator<Cine> change) {
        var mine = at(index).cine();
        if (mine.isEmpty()) return;
        for (int i = 0; i < viewports.get().size(); i++) {
            var cine = at(i).cine().filter(c -> c.since() == mine.get().since());
            if (cine.isPresent()) set.accept(i, at(i).with(cine.map(change)));
        }
    }

    /// Shows the frames that are due in viewports that play; linked viewports do not follow.
    ///
    /// @param here whether the frame that a viewport was last told to show is here; until it is, that viewport
    ///     and those in step with it are told of no other
    /// @return whether anything plays
    public boolean tick(IntPredicate here) {
        long now = clock.getAsLong();
        var held = new HashSet<Long>();
        var playing = new ArrayList<Integer>();
        for (int i = 0; i < viewports.get().size(); i++) {
            var cine = at(i).cine();
            if (cine.isEmpty()) continue;
            playing.add(i);
            if (!here.test(i)) held.add(cine.get().since());
        }
        for (int i : playing) {
            var shown = at(i);
            var before = shown.cine().orElseThrow();
            boolean go = !held.contains(before.since());
            var cine = before.at(go, now);
            var next = shown.with(Optional.of(cine));
            set.accept(i, go ? next.with(shown.view().withFrame(cine.frameAt(now))) : next);
        }
        return !playing.isEmpty();
    }

    /// @param index of a viewport
    /// @return whether its clip stands still for a frame that is not here
    public boolean waits(int index) {
        return at(index).cine().filter(c -> c.waits(clock.getAsLong())).isPresent();
    }

    /// Clips whose stacks have grown play over all that is here now.
    void goOn() {
        long now = clock.getAsLong();
        for (int i = 0; i < viewports.get().size(); i++) {
            var shown = at(i);
            if (shown.cine().isEmpty() || shown.stack().isEmpty()) continue;
            var stack = shown.stack().get();
            var over = shown.cine().map(c -> c.over(stack, shown.view().frame(), now));
            if (!over.map(Cine::steps).equals(shown.cine().map(Cine::steps)))
                set.accept(i, shown.with(over));
        }
    }
}
