package org.tyde.codec;

import org.tyde.refusal.Refusal;

import java.util.OptionalInt;

/// What the markers of a JPEG stream say (ITU-T T.81 Annex B), without decoding it.
///
/// @param process of the frame header, 0 for SOF0 to 15 for SOF15
/// @param precision bits of a sample
/// @param rows lines, 0 when a DNL marker follows
/// @param columns samples a line
/// @param components 1 to 4
/// @param adobeTransform of an Adobe APP14 marker
record JpegHeader(
        int process,
        int precision,
        int rows,
        int columns,
        int components,
        OptionalInt adobeTransform) {
    static JpegHeader of(byte[] data) throws Refusal {
        if (data.length < 4 || u16(data, 0) != 0xFFD8) throw broken("no start of image");
        var adobe = OptionalInt.empty();
        int at = 2;
        while (at + 4 <= data.length) {
            if ((data[at] & 0xFF) != 0xFF) throw broken("no marker at " + at);
            int marker = data[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                at += 2;
                continue;
            }
            int length = u16(data, at + 2);
            if (length < 2 || at + 2 + length > data.length)
                throw broken("a marker segment is cut");
            if (marker >= 0xC0
                    && marker <= 0xCF
                    && marker != 0xC4
                    && marker != 0xC8
                    && marker != 0xCC) {
                if (length < 8) throw broken("a short frame header");
                return new JpegHeader(
                        marker - 0xC0,
                        data[at + 4] & 0xFF,
                        u16(data, at + 5),
                        u16(data, at + 7),
                        data[at + 9] & 0xFF,
                        adobe);
            }
            if (marker == 0xDA || marker == 0xD9) throw broken("no frame header");
            if (marker == 0xEE && length >= 14 && data[at + 4] == 'A' && data[at + 5] == 'd')
                adobe = OptionalInt.of(data[at + 15] & 0xFF);
            at += 2 + length;
        }
        throw broken("no frame header");
    }

    /// The name of the process, for a sentence.
    String describe() {
        var kind =
                switch (process) {
                    case 0 -> "baseline";
                    case 1 -> "extended sequential";
                    case 2 -> "progressive";
                    case 3 -> "lossless";
                    default -> "SOF" + process;
                };
        return precision + "-bit " + kind + " JPEG, " + components + " components";
    }

    private static int u16(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    }

    private static Refusal broken(String what) {
        return new Refusal(CodecReason.BROKEN_JPEG, what).withRule("ITU-T T.81 Annex B");
    }
}
