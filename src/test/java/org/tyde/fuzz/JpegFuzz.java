package org.tyde.fuzz;

import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Picture;
import org.tyde.codec.jpeg.JpegFrameDecoder;
import org.tyde.codec.jpeg.JpegLosslessEncoder;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// JPEG streams, under a header that agrees with them, whole and at half size.
public final class JpegFuzz {
    private static final long MOST_PIXELS = 1 << 21;

    private JpegFuzz() {}

    /// @param input a stream
    public static void fuzzerTestOneInput(byte[] input) {
        var format = format(input);
        for (int reduction = 0; reduction < 2; reduction++) decode(input, format, reduction);
    }

    private static void decode(byte[] input, FrameFormat format, int reduction) {
        Hostile.input(
                () -> {
                    var frame = EncodedFrame.of(TransferSyntax.JPEG_BASELINE, input);
                    var samples =
                            new JpegFrameDecoder()
                                    .decode(frame, format, reduction, JobContext.NONE);
                    var out = samples.format();
                    if (samples.bytes() != out.samples() * out.bytesPerSample())
                        throw new AssertionError("pixels missing");
                    if (reduction == 0 && out.pixels() != format.pixels())
                        throw new AssertionError("another size");
                });
    }

    /// What the frame header says, so that decoding begins.
    private static FrameFormat format(byte[] input) {
        for (int at = 0; at + 10 <= input.length; at++) {
            if (input[at] != -1 || (input[at + 1] & 0xFC) != 0xC0) continue;
            int precision = Math.clamp(input[at + 4], 2, 16);
            int rows = Math.max(1, two(input, at + 5));
            int columns = Math.max(1, two(input, at + 7));
            if ((long) rows * columns > MOST_PIXELS) break;
            return input[at + 9] == 3
                    ? new FrameFormat(
                            rows,
                            columns,
                            3,
                            precision <= 8 ? 8 : 16,
                            precision,
                            precision - 1,
                            false,
                            false,
                            Photometric.YBR_FULL_422,
                            false)
                    : FrameFormat.grey(rows, columns, precision <= 8 ? 8 : 16, precision);
        }
        return FrameFormat.grey(4, 4, 8, 8);
    }

    private static int two(byte[] input, int at) {
        return (input[at] & 0xFF) << 8 | input[at + 1] & 0xFF;
    }

    /// @return sequential and progressive streams of the JDK, grey and colour, and lossless ones
    public static List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        for (boolean progressive : new boolean[] {false, true})
            for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB})
                seeds.add(jdk(type, progressive));
        seeds.add(lossless(FrameFormat.grey(20, 30, 8, 8)));
        seeds.add(lossless(FrameFormat.grey(20, 30, 16, 16)));
        seeds.add(lossless(FrameFormat.rgb(9, 13)));
        return seeds;
    }

    private static byte[] lossless(FrameFormat format) throws IOException {
        var picture = Picture.of(format, Picture.Kind.BODY, 1);
        return JpegLosslessEncoder.encode(picture.samples(), JobContext.NONE);
    }

    private static byte[] jdk(int type, boolean progressive) throws IOException {
        var image = new BufferedImage(29, 18, type);
        for (int y = 0; y < 18; y++)
            for (int x = 0; x < 29; x++)
                image.setRGB(x, y, (9 * x & 255) << 16 | (13 * y & 255) << 8 | (x * y & 255));
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var parameters = writer.getDefaultWriteParam();
            if (progressive) parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
