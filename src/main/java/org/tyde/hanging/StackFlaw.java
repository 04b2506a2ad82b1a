package org.tyde.hanging;

/// Something about a stack that a reader must know.
public sealed interface StackFlaw {
    /// The step to the next frame is larger than the usual one of this stack: frames may be missing.
    ///
    /// @param after index of the frame before the gap, from 0
    /// @param mm the step
    /// @param usual the median step, mm
    record Gap(int after, double mm, double usual) implements StackFlaw {}

    /// Several steps after each other are larger than the usual one, and alike: part of the stack was
    /// made with wider steps, or every other frame is missing.
    ///
    /// @param from index of the first frame, from 0
    /// @param to index of the last frame
    /// @param mm each step
    /// @param usual the median step, mm
    record WideSteps(int from, int to, double mm, double usual) implements StackFlaw {}

    /// Two frames lie at one place.
    ///
    /// @param index of the second of the two, from 0
    record Duplicate(int index) implements StackFlaw {}

    /// A frame has no position although the others have; it stands at the end.
    ///
    /// @param index of the frame, from 0
    record NoPosition(int index) implements StackFlaw {}

    /// Parts of an image that is split over several are not here.
    ///
    /// @param from the first of them, from 1
    /// @param to the last
    /// @param of how many there are; 0: not said
    record PartMissing(int from, int to, int of) implements StackFlaw {}

    /// A part of an image that is split over several is here twice.
    ///
    /// @param number which
    record PartTwice(int number) implements StackFlaw {}

    /// A part of an image that is split over several says that other frames come before it than do.
    ///
    /// @param number which
    /// @param said how many
    /// @param are how many there are
    record PartElsewhere(int number, int said, int are) implements StackFlaw {}

    /// The file orders its frames by dimensions, and not every place has a frame.
    ///
    /// @param dimensions their names
    record GridWithHoles(String dimensions) implements StackFlaw {}

    /// The places along the dimensions do not fit the dimensions; they are not used.
    record NoDimensions() implements StackFlaw {}

    /// @return the sentence, frames counted from 1
    default Because because() {
        return switch (this) {
            case Gap(int after, double mm, double usual) ->
                    Because.of("flaw.gap", after + 1, after + 2, mm, usual);
            case WideSteps(int from, int to, double mm, double usual) ->
                    Because.of("flaw.wide-steps", from + 1, to + 1, mm, usual);
            case Duplicate(int index) -> Because.of("flaw.duplicate", index, index + 1);
            case NoPosition(int index) -> Because.of("flaw.no-position", index + 1);
            case PartMissing(int from, int to, int of) ->
                    Because.of(of > 0 ? "flaw.part-missing-of" : "flaw.part-missing", from, to, of);
            case PartTwice(int number) -> Because.of("flaw.part-twice", number);
            case PartElsewhere(int number, int said, int are) ->
                    Because.of("flaw.part-elsewhere", number, said, are);
            case GridWithHoles(var dimensions) -> Because.of("flaw.grid", dimensions);
            case NoDimensions() -> Because.of("flaw.no-dimensions");
        };
    }
}
