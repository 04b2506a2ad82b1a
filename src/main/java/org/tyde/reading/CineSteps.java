package org.tyde.reading;

import org.tyde.hanging.ImageStack;
import org.tyde.imaging.multiframe.Playback;

import java.util.List;
import java.util.stream.IntStream;

/// What a clip plays: which frames of a stack, in which order, each for how long.
///
/// @param frames indices in the stack, in the order in which they play forwards
/// @param millis how long each stands; one value for all of them
/// @param stated whether the file says so
/// @param sweeps to and fro, else round and round
record CineSteps(List<Integer> frames, List<Double> millis, boolean stated, boolean sweeps) {
    /// Where the file states no rate: 15 frames a second.
    private static final double WHEN_NOT_STATED = 1000 / 15.0;

    /// A stack with phases plays through these at the place that is shown, any other from end to end, or
    /// where the file says it begins and ends.
    static CineSteps of(ImageStack stack, int shown) {
        var playback = stack.playback();
        boolean phases = stack.phases() > 1;
        int first = phases ? 0 : playback.map(Playback::first).orElse(1) - 1;
        int last =
                phases ? stack.phases() - 1 : playback.map(Playback::last).orElse(stack.size()) - 1;
        int place = shown % stack.perPhase();
        var frames =
                IntStream.rangeClosed(first, Math.min(last, stack.size() - 1))
                        .map(i -> phases ? place + i * stack.perPhase() : i)
                        .boxed()
                        .toList();
        var millis = playback.map(Playback::millis).orElse(List.of(WHEN_NOT_STATED));
        if (millis.size() > 1) millis = millis.subList(first, first + frames.size());
        return new CineSteps(
                frames, millis, playback.isPresent(), playback.map(Playback::sweeps).orElse(false));
    }

    /// How many steps until it begins again.
    private int round() {
        return sweeps && frames.size() > 2 ? 2 * frames.size() - 2 : frames.size();
    }

    private int forwards(int step) {
        return step < frames.size() ? step : round() - step;
    }

    private double stands(int step) {
        return millis.size() == 1 ? millis.getFirst() : millis.get(forwards(step));
    }

    private double roundMillis() {
        double sum = 0;
        for (int i = 0; i < round(); i++) sum += stands(i);
        return sum;
    }

    /// @param elapsed ms since the first step of a round
    /// @return the frame that is due
    int at(double elapsed) {
        double left = elapsed - Math.floor(elapsed / roundMillis()) * roundMillis();
        if (millis.size() == 1) {
            long step = (long) Math.floor(elapsed / millis.getFirst() + 1e-9);
            return frames.get(forwards((int) Math.floorMod(step, (long) round())));
        }
        int step = 0;
        while (step < round() - 1 && left + 1e-6 >= stands(step)) left -= stands(step++);
        return frames.get(forwards(step));
    }

    /// @param frame index in the stack
    /// @return ms from the first step of a round until it is due; 0 where it does not play
    double until(int frame) {
        double sum = 0;
        int step = Math.max(0, frames.indexOf(frame));
        for (int i = 0; i < step; i++) sum += stands(i);
        return sum;
    }

    /// @return frames a second, on the average
    double rate() {
        return 1000 * round() / roundMillis();
    }

    /// The same played to and fro, or round and round.
    CineSteps sweeping(boolean on) {
        return new CineSteps(frames, millis, stated, on);
    }
}
