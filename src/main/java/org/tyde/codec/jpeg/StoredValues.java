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
        var bytes = pixels.bytes();
        var shorts = pixels.shorts();
        int count = pixels.precision() <= 8 ? bytes.length : shorts.length;
        switch (format.bytesPerSample()) {
            case 1 -> {
                if (!asTheyAre)
                    for (int i = 0; i < count; i++)
                        bytes[i] = (byte) agreement.stored(bytes[i] & 0xFF);
                return new Samples.Bytes(format, bytes);
            }
            case 2 -> {
                var values = pixels.precision() <= 8 ? new short[count] : shorts;
                if (pixels.precision() <= 8)
                    for (int i = 0; i < count; i++)
                        values[i] = (short) agreement.stored(bytes[i] & 0xFF);
                else if (!asTheyAre)
                    for (int i = 0; i < count; i++)
                        values[i] = (short) agreement.stored(shorts[i] & 0xFFFF);
                return new Samples.Shorts(format, values);
            }
            default -> {
                var values = new int[count];
                for (int i = 0; i < count; i++)
                    values[i] =
                            agreement.stored(
                                    pixels.precision() <= 8 ? bytes[i] & 0xFF : shorts[i] & 0xFFFF);
                return new Samples.Ints(format, values);
            }
        }
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
