package org.tyde.volume;

import org.tyde.refusal.Reason;

/// Why frames form no volume, or two volumes do not lie over each other. Slices are named by their number
/// in the stack, from 1.
public enum VolumeReason implements Reason {
    /// `{0}` how many slices there are, `{1}` how many are needed.
    TOO_FEW_SLICES,
    /// `{0}` the slice.
    NO_POSITION,
    /// `{0}` the slice, `{1}` the slice it is compared with.
    OTHER_ORIENTATION,
    /// `{0}` the slice, `{1}` its columns, `{2}` its rows, `{3}` and `{4}` those of the first.
    OTHER_SHAPE,
    /// `{0}` the slice, `{1}` the slice it is compared with.
    OTHER_SPACING,
    /// `{0}` and `{1}` two slices at one place.
    SAME_PLACE,
    /// `{0}` and `{1}` the slices, `{2}` mm between them, `{3}` the usual mm.
    GAP,
    /// `{0}` the slice, `{1}` mm it lies beside the line of the others.
    OUT_OF_LINE,
    /// `{0}` the slice.
    NOT_GREY,
    /// `{0}` bits stored, `{1}` the most that are taken.
    TOO_MANY_BITS,
    /// `{0}` and `{1}` two slices whose values mean different things.
    OTHER_UNIT,
    /// `{0}` a slice whose values come by a table.
    BY_TABLE,
    /// `{0}` MiB needed, `{1}` MiB there are.
    TOO_LARGE,
    /// `{0}` how many slices there are.
    NOTHING_READ,
    /// A series does not say in which space its positions are.
    NO_FRAME_OF_REFERENCE,
    /// Two series whose positions are of different spaces.
    OTHER_FRAME_OF_REFERENCE
}
