package org.tyde.hanging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Gaps and duplicates in a stack that is ordered by position.
final class StepFlaws {
    /// A step so many times the usual one is a gap.
    private static final double GAP = 1.5;

    private StepFlaws() {}

    static List<StackFlaw> of(List<StackFrame> frames) {
        var steps = new double[frames.size() - 1];
        for (int i = 0; i < steps.length; i++)
            steps[i] =
                    frames.get(i + 1).level().orElseThrow() - frames.get(i).level().orElseThrow();
        var real = Arrays.stream(steps).filter(s -> s >= Stacks.SAME_PLACE_MM).sorted().toArray();
        double usual = real.length == 0 ? 0 : real[(real.length - 1) / 2];
        var flaws = new ArrayList<StackFlaw>();
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] < Stacks.SAME_PLACE_MM) flaws.add(new StackFlaw.Duplicate(i + 1));
            if (steps[i] <= GAP * usual) continue;
            int to = i + 1;
            while (to < steps.length && Math.abs(steps[to] - steps[i]) < 0.05 * usual) to++;
            flaws.add(
                    to == i + 1
                            ? new StackFlaw.Gap(i, steps[i], usual)
                            : new StackFlaw.WideSteps(i, to, steps[i], usual));
            i = to - 1;
        }
        return flaws;
    }
}
