package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;

/// 8-bit JPEG through Image I/O, on streams the JDK wrote.
class ImageIoDecoderTest {
    private final ImageIoDecoder decoder = new ImageIoDecoder();

    @Test
    void greyComesOutWithinTheLossOfTheEncoder() throws Exception {
        var samples = decode(jpeg(BufferedImage.TYPE_BYTE_GRAY), FrameFormat.grey(48, 64, 8, 8));
        var values = ((Samples.Bytes) samples).values();
        for (int r = 0; r < 48; r++)
            for (int c = 0; c < 64; c++) assertEquals(2 * r + 2 * c, values[r * 64 + c] & 0xFF, 6);
    }

    @Test
    void ybrStreamsBecomeRgbWhereTheHeaderSaysYbr() throws Exception {
        var samples = decode(jpeg(BufferedImage.TYPE_INT_RGB), ybr());
        assertEquals(Photometric.RGB, samples.format().photometric());
        var values = ((Samples.Bytes) samples).values();
        int at = 3 * (20 * 64 + 30);
        assertEquals(100, values[at] & 0xFF, 12);
        assertEquals(60, values[at + 1] & 0xFF, 12);
        assertEquals(200, values[at + 2] & 0xFF, 12);
    }

    @Test
    void whereTheHeaderSaysRgbTheComponentsAreTakenAsCoded() throws Exception {
        var samples = decode(jpeg(BufferedImage.TYPE_INT_RGB), FrameFormat.rgb(48, 64));
        var values = ((Samples.Bytes) samples).values();
        int y = (int) (0.299 * 100 + 0.587 * 60 + 0.114 * 200);
        assertEquals(y, values[3 * (20 * 64 + 30)] & 0xFF, 6);
    }

    @Test
    void aStreamOfAnotherSizeIsRefused() throws Exception {
        var jpeg = jpeg(BufferedImage.TYPE_BYTE_GRAY);
        var refusal =
                assertThrows(Refusal.class, () -> decode(jpeg, FrameFormat.grey(64, 48, 8, 8)));
        assertEquals(CodecReason.SIZE_DIFFERS, refusal.reason());
    }

    @Test
    void aStreamCutShortIsRefusedAndNotFilledWithGrey() throws Exception {
        var jpeg = jpeg(BufferedImage.TYPE_BYTE_GRAY);
        var half = Arrays.copyOf(jpeg, jpeg.length * 3 / 4);
        var refusal =
                assertThrows(Refusal.class, () -> decode(half, FrameFormat.grey(48, 64, 8, 8)));
        assertEquals(CodecReason.BROKEN_JPEG, refusal.reason());
    }

    @Test
    void aFewBytesCannotAskForAHugeFrame() throws Exception {
        var jpeg = jpeg(BufferedImage.TYPE_BYTE_GRAY);
        int frame = 0;
        while ((jpeg[frame] & 0xFF) != 0xFF || (jpeg[frame + 1] & 0xFF) != 0xC0) frame++;
        for (int i = 5; i < 9; i++) jpeg[frame + i] = (byte) 0xFF;
        var refusal =
                assertThrows(
                        Refusal.class, () -> decode(jpeg, FrameFormat.grey(65_535, 65_535, 8, 8)));
        assertEquals(CodecReason.TOO_FEW_BYTES, refusal.reason());
    }

    @Test
    void damagedStreamsGiveAFrameOrARefusalAndNothingElse() throws Exception {
        var good = jpeg(BufferedImage.TYPE_INT_RGB);
        var random = new Random(1122);
        int refused = 0;
        for (int round = 0; round < 600; round++) {
            var bad = good.clone();
            int changes = 1 + random.nextInt(6);
            for (int i = 0; i < changes; i++)
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            if (random.nextInt(4) == 0) bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            try {
                assertEquals(48 * 64 * 3, decode(bad, ybr()).bytes());
            } catch (Refusal refusal) {
                refused++;
            }
        }
        assertTrue(refused > 100, "refused " + refused);
    }

    private Samples decode(byte[] jpeg, FrameFormat format) throws Exception {
        return decoder.decode(
                EncodedFrame.of(TransferSyntax.JPEG_BASELINE, jpeg), format, JobContext.NONE);
    }

    private static FrameFormat ybr() {
        return FrameFormat.rgb(48, 64).with(Photometric.YBR_FULL);
    }

    private static byte[] jpeg(int type) throws Exception {
        var image = new BufferedImage(64, 48, type);
        for (int r = 0; r < 48; r++)
            for (int c = 0; c < 64; c++) {
                if (type == BufferedImage.TYPE_BYTE_GRAY)
                    image.getRaster().setSample(c, r, 0, 2 * r + 2 * c);
                else image.setRGB(c, r, 100 << 16 | 60 << 8 | 200);
            }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}
