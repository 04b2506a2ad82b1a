package org.tyde.codec.jpeg;

import org.tyde.codec.Agreement;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;

/// From the samples of a stream to stored values as header and stream agree on them (PS3.5 8.1.1, 8.2.1).
final class StoredValues {
    private StoredValues() {}

    /// @param pixels given away
    /// @param agreement of header and stream
    /// @param lossless whether colour stays as coded; else it is RGB
    static Samples of(Pixels pixels, Agreement agreement, boolean lossless) {
        var format =
                agreement
                        .format()
                        .with(meaning(agreement.format().photometric(), lossless))
                        .sized(pixels.rows(), pixels.columns());
        boolean asTheyAre = !agreement.clamped() && asTheyAre(agreement, pixels.precision());
        return switch (format.bytesPerSample()) {
            case 1 -> new Samples.Bytes(format, bytes(pixels.bytes(), agreement, asTheyAre));
            case 2 ->
                    new Samples.Shorts(
                            format,
                            pixels.precision() <= 8
                                    ? widened(pixels.bytes(), agreement)
                                    : shorts(pixels.shorts(), agreement, asTheyAre));
            default -> new Samples.Ints(format, ints(pixels, agreement));
        };
    }

    private static byte[] bytes(byte[] values, Agreement agreement, boolean asTheyAre) {
        if (!asTheyAre)
            for (int i = 0; i < values.length; i++)
                values[i] = (byte) agreement.stored(values[i] & 0xFF);
        return values;
    }

    private static short[] shorts(short[] values, Agreement agreement, boolean asTheyAre) {
        if (asTheyAre) return values;
        boolean onlyCut = !agreement.clamped() && !agreement.format().signed();
        if (onlyCut && agreement.shiftLeft() == agreement.shiftRight()) {
            short mask = (short) ((1 << (32 - agreement.shiftRight())) - 1);
            for (int i = 0; i < values.length; i++) values[i] &= mask;
            return values;
        }
        for (int i = 0; i < values.length; i++)
            values[i] = (short) agreement.stored(values[i] & 0xFFFF);
        return values;
    }

    private static short[] widened(byte[] bytes, Agreement agreement) {
        var values = new short[bytes.length];
        for (int i = 0; i < values.length; i++)
            values[i] = (short) agreement.stored(bytes[i] & 0xFF);
        return values;
    }

    private static int[] ints(Pixels pixels, Agreement agreement) {
        boolean narrow = pixels.precision() <= 8;
        var values = new int[narrow ? pixels.bytes().length : pixels.shorts().length];
        for (int i = 0; i < values.length; i++)
            values[i] =
                    agreement.stored(
                            narrow ? pixels.bytes()[i] & 0xFF : pixels.shorts()[i] & 0xFFFF);
        return values;
    }

    /// Nothing is cut off and no sign is spread: the shifts only go back and forth over what is unused.
    private static boolean asTheyAre(Agreement agreement, int precision) {
        int unused = 32 - precision;
        boolean still = agreement.shiftLeft() == unused && agreement.shiftRight() == unused;
        int cell = 8 * agreement.format().bytesPerSample();
        return still && (precision == cell || !agreement.format().signed());
    }

    /// Colour of a lossy stream is wanted as RGB; a lossless one holds whole planes as they are.
    private static Photometric meaning(Photometric header, boolean lossless) {
        if (header.samples() == 1) return header;
        if (!lossless) return Photometric.RGB;
        return header == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : header;
    }
}
