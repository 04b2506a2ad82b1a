package org.tyde.evidence.presentation;

import org.tyde.imaging.IccTransform;
import org.tyde.imaging.lut.NotApplied;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What a blending state makes one picture of (PS3.3 C.11.14, C.11.33 and C.11.34). Where the images lie it does not
/// say: their positions do, or a registration. Immutable.
///
/// @param inputs sets of images, numbered
/// @param base the input whose images the picture has the geometry of: the underlying one, the one of Geometry for
///     Display (0070,1B08)
/// @param steps in the order in which they can be done; the result of the last one is seen
/// @param space Frame of Reference UID (0020,0052) of the state; empty: that of the base
/// @param advanced whether it is one of the advanced states
/// @param profile from the blended colours to those of the screen (PS3.4 N.2.4.4); empty where they are the same
/// @param notApplied what of it is not honoured
public record Blending(
        List<BlendingInput> inputs,
        BlendingInput base,
        List<BlendingStep> steps,
        Optional<String> space,
        boolean advanced,
        Optional<IccTransform> profile,
        Set<NotApplied> notApplied) {
    /// @param inputs copied
    /// @param steps copied
    /// @param notApplied copied
    public Blending {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        notApplied = Set.copyOf(notApplied);
    }

    /// @param input one of them
    /// @return whether the picture has the geometry of its images
    public boolean isBase(BlendingInput input) {
        return input.number() == base.number();
    }

    /// @return how many images lie in the sets beside the base
    public int others() {
        return inputs.stream().filter(i -> !isBase(i)).mapToInt(i -> i.images().size()).sum();
    }

    /// @return how opaque one set over the base is, 0 to 1; empty for other blendings
    public OptionalDouble opacity() {
        var step = steps.getFirst();
        if (steps.size() != 1
                || inputs.size() != 2
                || !(step.mode() instanceof BlendingStep.Mode.Foreground(double opacity)))
            return OptionalDouble.empty();
        boolean below = step.from().getLast() == base.number();
        return OptionalDouble.of(below ? opacity : 1 - opacity);
    }
}
