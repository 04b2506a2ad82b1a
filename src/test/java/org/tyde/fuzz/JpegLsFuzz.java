package org.tyde.fuzz;

import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.jpegls.JpegLsDecoder;
import org.tyde.codec.jpegls.JpegLsEncoder;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// JPEG-LS codestreams, under a header that agrees with them.
public final class JpegLsFuzz {
    private static final long MOST_PIXELS = 1 << 22;

    private JpegLsFuzz() {}

    /// @param input a codestream
    public static void fuzzerTestOneInput(byte[] input) {
        Hostile.input(
                () -> {
                    var format = format(input);
                    var frame = EncodedFrame.of(TransferSyntax.JPEG_LS_NEAR_LOSSLESS, input);
                    var samples = new JpegLsDecoder().decode(frame, format, JobContext.NONE);
                    if (samples.bytes() != format.samples() * format.bytesPerSample())
                        throw new AssertionError("pixels missing");
                });
    }

    /// What the frame header says, so that decoding begins.
    private static FrameFormat format(byte[] input) {
        for (int at = 0; at + 10 <= input.length; at++) {
            if (input[at] != -1 || input[at + 1] != (byte) 0xF7) continue;
            int precision = Math.clamp(input[at + 4], 2, 16);
            int rows = Math.max(1, two(input, at + 5));
            int columns = Math.max(1, two(input, at + 7));
            if ((long) rows * columns > MOST_PIXELS) break;
            return input[at + 9] == 3 && precision <= 8
                    ? FrameFormat.rgb(rows, columns)
                    : FrameFormat.grey(rows, columns, precision <= 8 ? 8 : 16, precision);
        }
        return FrameFormat.grey(4, 4, 8, 8);
    }

    private static int two(byte[] input, int at) {
        return (input[at] & 0xFF) << 8 | input[at + 1] & 0xFF;
    }

    /// @return the example of T.87 H.3, colour by line, and streams with every marker that is heeded
    public static List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        seeds.add(
                hex(
                        "FFD8FFF7000B080004000401011100FFDA0008010100000000C000006C80208E01"
                                + "C00000574000006EE6000001BC18000005D800009160FFD9"));
        seeds.add(
                hex(
                        "FFD8FFF7000B080000000001011100FFF8000A0403000004000004FFDD00040002"
                                + "FFF8000D0100FF0003000700150040FFF800070201010203FFDA000801010101"
                                + "0000C000006C80208EFFD001C0000057FFD9"));
        for (int bits : new int[] {8, 16})
            seeds.add(encoded(FrameFormat.grey(20, 30, bits, bits), Picture.Kind.BODY));
        var colour = encoded(FrameFormat.rgb(9, 13), Picture.Kind.NOISE);
        seeds.add(colour);
        var bySample = colour.clone();
        bySample[33] = 2;
        seeds.add(bySample);
        return seeds;
    }

    private static byte[] encoded(FrameFormat format, Picture.Kind kind) throws IOException {
        return JpegLsEncoder.encode(Picture.of(format, kind, 1).samples(), JobContext.NONE);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
