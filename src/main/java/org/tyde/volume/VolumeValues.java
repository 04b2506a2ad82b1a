package org.tyde.volume;

import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Optional;

/// What the voxels of a volume hold, so that values between them may be interpolated: stored values where
/// one rescale holds for all slices, the output of a table where one does, else modality values.
///
/// @param kind which of the three
/// @param bias what is taken off a whole value so that it fits in a signed 16-bit one
/// @param modality from a voxel's value to one with a meaning
/// @param table applied to stored values of kind `TABLED`
record VolumeValues(Kind kind, int bias, ModalityLut modality, Optional<Lut> table) {
    /// What a voxel holds.
    enum Kind {
        /// The stored value.
        STORED,
        /// The output of the Modality LUT's table.
        TABLED,
        /// The output of each slice's own Modality LUT, or IEEE pixel data.
        FLOATS
    }

    /// The significant bits of a float.
    private static final int MOST_BITS = 24;

    /// @param slices in order
    /// @param headers of each
    /// @param meaning of their stored values
    /// @return what a voxel can hold
    /// @throws Refusal naming the slice that is not grey, has too many bits, or another unit than the first
    static VolumeValues of(
            List<VolumeSlice> slices, List<ImageHeader> headers, VolumeBuilder.Meaning meaning)
            throws Refusal {
        var first = meaning.of(headers.getFirst(), slices.getFirst().key().frame());
        boolean alike = true;
        boolean whole = true;
        boolean wide = false;
        for (int k = 0; k < slices.size(); k++) {
            var slice = slices.get(k);
            var format = headers.get(k).format();
            boolean mixed = headers.get(k).meaning().supplemental().isPresent();
            if (!format.photometric().grey() || mixed)
                throw new Refusal(VolumeReason.NOT_GREY, slice.number());
            if (!format.floating() && format.bitsStored() > MOST_BITS)
                throw new Refusal(VolumeReason.TOO_MANY_BITS, format.bitsStored(), MOST_BITS);
            var its = meaning.of(headers.get(k), slice.key().frame());
            if (!its.unit().equals(first.unit()))
                throw new Refusal(
                        VolumeReason.OTHER_UNIT, slices.getFirst().number(), slice.number());
            alike &= its.equals(first);
            whole &= !format.floating() && format.bitsStored() <= 16;
            wide |= !format.signed() && format.bitsStored() == 16;
        }
        if (!alike || !whole) return floats(first);
        if (first.table().isPresent()) {
            int bias = first.table().get().greatest() > Short.MAX_VALUE ? Short.MAX_VALUE : 0;
            return new VolumeValues(
                    Kind.TABLED, bias, ModalityLut.rescale(1, bias, first.unit()), first.table());
        }
        int bias = wide ? Short.MAX_VALUE : 0;
        return new VolumeValues(
                Kind.STORED,
                bias,
                ModalityLut.rescale(
                        first.slope(), first.intercept() + first.slope() * bias, first.unit()),
                Optional.empty());
    }

    /// @return the same as modality values
    VolumeValues asFloats() {
        return floats(modality);
    }

    private static VolumeValues floats(ModalityLut lut) {
        return new VolumeValues(
                Kind.FLOATS, 0, ModalityLut.rescale(1, 0, lut.unit()), Optional.empty());
    }
}
