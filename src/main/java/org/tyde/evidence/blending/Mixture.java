package org.tyde.evidence.blending;

import org.tyde.evidence.presentation.Blending;
import org.tyde.evidence.presentation.BlendingStep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The steps of a blending along one line of pixels (PS3.4 N.2.6): levels of 0 to 255 as floats, rounded at the end. It has
/// memory of its own: one for each thread.
final class Mixture {
    /// Red, green and blue of one input or result, all 0 where it has no value.
    private static final class Slot {
        private final float[] red;
        private final float[] green;
        private final float[] blue;
        private final float[] there;

        Slot(int width) {
            red = new float[width];
            green = new float[width];
            blue = new float[width];
            there = new float[width];
        }

        void clear() {
            Arrays.fill(red, 0);
            Arrays.fill(green, 0);
            Arrays.fill(blue, 0);
        }

        void add(Slot other, float[] share) {
            add(other.red, share, red);
            add(other.green, share, green);
            add(other.blue, share, blue);
        }

        private static void add(float[] from, float[] share, float[] into) {
            for (int x = 0; x < into.length; x++) into[x] += share[x] * from[x];
        }
    }

    /// A step, by places in memory.
    private record Sum(List<Integer> from, int into, BlendingStep.Mode mode) {}

    private final List<Sum> sums = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final float[] share;

    /// @param width pixels of a line
    Mixture(Blending blending, int width) {
        this.share = new float[width];
        var places = new ArrayList<Integer>();
        for (var input : blending.inputs()) places.add(input.number());
        for (var step : blending.steps()) {
            var from = step.from().stream().map(places::indexOf).toList();
            sums.add(new Sum(from, places.size(), step.mode()));
            places.add(step.into());
        }
        for (int i = 0; i < places.size(); i++) slots.add(new Slot(width));
    }

    /// @param input place of an input
    /// @param argb its opaque colours, 0 where it has no value
    /// @param at index of the first
    void put(int input, int[] argb, int at) {
        var slot = slots.get(input);
        var red = slot.red;
        var green = slot.green;
        var blue = slot.blue;
        var there = slot.there;
        for (int x = 0; x < there.length; x++) {
            int colour = argb[at + x];
            red[x] = colour >> 16 & 0xFF;
            green[x] = colour >> 8 & 0xFF;
            blue[x] = colour & 0xFF;
            there[x] = colour >>> 31;
        }
    }

    /// @param argb takes opaque colours, black where no input has a value
    void mix(int[] argb) {
        for (var sum : sums) add(sum);
        var last = slots.get(sums.getLast().into);
        var red = last.red;
        var green = last.green;
        var blue = last.blue;
        for (int x = 0; x < red.length; x++)
            argb[x] =
                    0xFF000000
                            | (int) (red[x] + 0.5f) << 16
                            | (int) (green[x] + 0.5f) << 8
                            | (int) (blue[x] + 0.5f);
    }

    private void add(Sum sum) {
        var result = slots.get(sum.into);
        result.clear();
        for (int i = 0; i < sum.from.size(); i++) {
            switch (sum.mode) {
                case BlendingStep.Mode.Equal() -> alike(sum, i);
                case BlendingStep.Mode.Foreground(double opacity) ->
                        over(
                                slots.get(sum.from.get(i)).there,
                                slots.get(sum.from.get(1 - i)).there,
                                (float) (i == 0 ? 1 - opacity : opacity));
            }
            result.add(slots.get(sum.from.get(i)), share);
        }
        var there = result.there;
        Arrays.fill(there, 0);
        for (int from : sum.from) {
            var its = slots.get(from).there;
            for (int x = 0; x < there.length; x++) there[x] = Math.max(there[x], its[x]);
        }
    }

    private void alike(Sum sum, int input) {
        Arrays.fill(share, 0);
        for (int from : sum.from) {
            var its = slots.get(from).there;
            for (int x = 0; x < share.length; x++) share[x] += its[x];
        }
        var there = slots.get(sum.from.get(input)).there;
        for (int x = 0; x < share.length; x++) share[x] = there[x] / Math.max(share[x], 1);
    }

    /// @param less what it gives away where the other is there, too
    private void over(float[] there, float[] other, float less) {
        for (int x = 0; x < share.length; x++) share[x] = there[x] * (1 - less * other[x]);
    }
}
