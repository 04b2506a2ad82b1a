package org.tyde.evidence.blending;

import org.tyde.evidence.presentation.Blending;
import org.tyde.evidence.presentation.BlendingStep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The steps of a blending at one pixel (PS3.4 N.2.6): colours of 0 to 255 in double precision, rounded at the end. It
/// has memory of its own: one for each thread.
final class Mixture {
    private static final int CHANNELS = 3;

    /// A step, by places in memory.
    private record Sum(List<Integer> from, int into, BlendingStep.Mode mode) {}

    private final List<Sum> sums = new ArrayList<>();
    private final int inputs;
    private final double[] levels;
    private final boolean[] there;

    Mixture(Blending blending) {
        var places = new ArrayList<Integer>();
        for (var input : blending.inputs()) places.add(input.number());
        for (var step : blending.steps()) {
            var from = step.from().stream().map(places::indexOf).toList();
            sums.add(new Sum(from, places.size(), step.mode()));
            places.add(step.into());
        }
        this.inputs = blending.inputs().size();
        this.levels = new double[CHANNELS * places.size()];
        this.there = new boolean[places.size()];
    }

    /// @param input place of an input
    /// @param argb its colour, 0 where it has no value
    void put(int input, int argb) {
        there[input] = argb != 0;
        for (int k = 0; k < CHANNELS; k++)
            levels[CHANNELS * input + k] = argb >> (16 - 8 * k) & 0xFF;
    }

    /// @return opaque; black where no input has a value
    int mixed() {
        Arrays.fill(there, inputs, there.length, false);
        Arrays.fill(levels, CHANNELS * inputs, levels.length, 0);
        for (var sum : sums) add(sum);
        int last = CHANNELS * sums.getLast().into;
        int argb = 0xFF000000;
        for (int k = 0; k < CHANNELS; k++) argb |= (int) (levels[last + k] + 0.5) << (16 - 8 * k);
        return argb;
    }

    private void add(Sum sum) {
        int seen = 0;
        for (int from : sum.from) if (there[from]) seen++;
        if (seen == 0) return;
        there[sum.into] = true;
        for (int i = 0; i < sum.from.size(); i++) {
            int from = sum.from.get(i);
            if (!there[from]) continue;
            double share =
                    switch (sum.mode) {
                        case BlendingStep.Mode.Equal() -> 1.0 / seen;
                        case BlendingStep.Mode.Foreground(double opacity) ->
                                seen == 1 ? 1 : i == 0 ? opacity : 1 - opacity;
                    };
            for (int k = 0; k < CHANNELS; k++)
                levels[CHANNELS * sum.into + k] += share * levels[CHANNELS * from + k];
        }
    }
}
