package org.tyde.imaging;

import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.Optional;

/// All bits of a frame's cells, for overlays that lie in those that Bits Stored leaves free (retired, PS3.5
/// 8.1.2).
///
/// @param whole the cells as unsigned values
record PixelCells(Samples whole) {
    /// @return empty where the header names no overlay in the cells, or they cannot be had: a codestream
    ///     that holds nothing but the stored bits refuses to give whole cells
    static Optional<PixelCells> of(
            EncodedFrame encoded, ImageHeader header, CodecRegistry codecs, JobContext job)
            throws IOException {
        if (!header.overlaysInCells()) return Optional.empty();
        var f = header.format();
        try {
            int bits = f.bitsAllocated();
            var format = FrameFormat.grey(f.rows(), f.columns(), bits, bits);
            return Optional.of(new PixelCells(codecs.decodeAvailable(encoded, format, 0, job)));
        } catch (Refusal noCells) {
            return Optional.empty();
        }
    }

    int at(int column, int row) {
        int i = row * whole.format().columns() + column;
        return switch (whole) {
            case Samples.Bytes b -> Byte.toUnsignedInt(b.values()[i]);
            case Samples.Shorts s -> Short.toUnsignedInt(s.values()[i]);
            case Samples.Ints v -> v.values()[i];
            case Samples.Longs _, Samples.Floats _, Samples.Doubles _ -> 0;
        };
    }
}
