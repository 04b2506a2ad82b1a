package org.tyde.fuzz;

import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Picture;
import org.tyde.codec.RleDecoder;
import org.tyde.codec.RleEncoder;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// RLE frames: the number of a format, rows and columns in a byte each, then the frame.
public final class RleFuzz {
    private static final List<FrameFormat> FORMATS =
            List.of(
                    FrameFormat.grey(1, 1, 8, 8),
                    FrameFormat.grey(1, 1, 8, 6),
                    FrameFormat.grey(1, 1, 16, 12),
                    FrameFormat.grey(1, 1, 32, 32),
                    FrameFormat.grey(1, 1, 1, 1),
                    FrameFormat.rgb(1, 1),
                    new FrameFormat(1, 1, 3, 16, 12, 11, true, false, Photometric.RGB, false));

    private RleFuzz() {}

    /// @param input as said above
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 3) return;
        var format =
                FORMATS.get((input[0] & 0xFF) % FORMATS.size())
                        .sized(1 + (input[1] & 0xFF), 1 + (input[2] & 0xFF));
        var frame = Arrays.copyOfRange(input, 3, input.length);
        Hostile.input(
                () -> {
                    var encoded = EncodedFrame.of(TransferSyntax.RLE, frame);
                    var samples = new RleDecoder().decode(encoded, format, JobContext.NONE);
                    if (samples.bytes() != format.samples() * format.bytesPerSample())
                        throw new AssertionError("pixels missing");
                });
    }

    /// @return a frame of each format but single bits
    public static List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        for (int i = 0; i < FORMATS.size(); i++) {
            var format = FORMATS.get(i).sized(9, 14);
            if (format.bitsAllocated() == 1) continue;
            var picture = Picture.of(format, Picture.Kind.BODY, i);
            var seed = new ByteArrayOutputStream();
            seed.writeBytes(new byte[] {(byte) i, 8, 13});
            seed.writeBytes(RleEncoder.encode(picture.samples(), JobContext.NONE));
            seeds.add(seed.toByteArray());
        }
        return seeds;
    }
}
