package org.tyde.codec;

import org.tyde.refusal.Refusal;

/// Where the header of the data set and the codestream both say what the samples are, and which of
/// them is believed. The rules, and the real files that need each of them, are in docs/codecs.md.
///
/// @param format of the frame that comes out: the header's cells, the samples of a pixel together
/// @param shiftLeft bits a sample is first shifted left within 32 bits; within 64 it is 32 more, and may be
///     negative where 32 have no room for it
/// @param shiftRight bits it is then shifted right, filling with its sign where `format` is signed
/// @param clamped whether a sample outside the stored bits is moved to the nearest stored value
public record Agreement(FrameFormat format, int shiftLeft, int shiftRight, boolean clamped) {
    /// @param header what the data set says
    /// @param stream what the codestream says
    /// @return how its samples become stored values
    /// @throws Refusal when the two cannot both be true: [CodecReason#SIZE_DIFFERS],
    ///     [CodecReason#COMPONENTS_DIFFER], [CodecReason#PRECISION_DIFFERS]
    public static Agreement of(FrameFormat header, Codestream stream) throws Refusal {
        if (stream.columns() != header.columns() || stream.rows() != header.rows())
            throw new Refusal(
                            CodecReason.SIZE_DIFFERS,
                            stream.columns(),
                            stream.rows(),
                            header.columns(),
                            header.rows())
                    .withRule("PS3.5 8.2");
        if (stream.components() != header.samplesPerPixel())
            throw new Refusal(
                            CodecReason.COMPONENTS_DIFFER,
                            stream.components(),
                            header.samplesPerPixel())
                    .withPlace("(0028,0002)")
                    .withRule("PS3.5 8.2");
        boolean room = stream.precision() <= header.bitsAllocated();
        if (!room || header.floating())
            throw new Refusal(
                            CodecReason.PRECISION_DIFFERS,
                            stream.precision(),
                            header.bitsAllocated())
                    .withPlace("(0028,0100)")
                    .withRule("PS3.5 8.2");
        return stream.precision() > header.bitsStored()
                ? cells(header, stream)
                : values(header, stream);
    }

    /// More bits than are stored: the samples are whole cells, with whatever lay above the stored bits.
    private static Agreement cells(FrameFormat header, Codestream stream) {
        var out = header.with(header.photometric()).signed(header.signed() || stream.signed());
        if (stream.lossless())
            return new Agreement(out, 31 - header.highBit(), 32 - header.bitsStored(), false);
        return new Agreement(out, 32 - stream.precision(), 32 - stream.precision(), true);
    }

    /// The samples are the stored values; their sign is the header's or the codestream's, whichever has one.
    private static Agreement values(FrameFormat header, Codestream stream) {
        var out = header.with(header.photometric()).signed(header.signed() || stream.signed());
        int unused = 32 - stream.precision();
        return new Agreement(out, unused, unused, false);
    }

    /// @param sample of the codestream; bits above its precision do not count
    /// @return the stored value
    public int stored(int sample) {
        int up = sample << shiftLeft;
        int value = format.signed() ? up >> shiftRight : up >>> shiftRight;
        return clamped ? (int) Math.clamp(value, format.least(), format.greatest()) : value;
    }

    /// @param sample of the codestream; bits above its precision do not count
    /// @return the stored value, of cells of any width
    public long stored(long sample) {
        long up = sample << shiftLeft + 32;
        long value = format.signed() ? up >> shiftRight + 32 : up >>> shiftRight + 32;
        return clamped ? Math.clamp(value, format.least(), format.greatest()) : value;
    }

    /// @param photometric what the samples mean once decoded
    /// @return an empty frame of the agreed format for the decoder to fill
    public StoredLines lines(Photometric photometric) {
        return new StoredLines(this, format.with(photometric));
    }
}
