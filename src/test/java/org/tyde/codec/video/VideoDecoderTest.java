package org.tyde.codec.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.CodecReason;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.ChildCommand;
import org.tyde.work.JobContext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Through the real child process; the judge is another build of FFmpeg (the system's `ffmpeg`).
class VideoDecoderTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final FrameFormat COLOUR =
            new FrameFormat(
                    HEIGHT, WIDTH, 3, 8, 8, 7, false, false, Photometric.YBR_PARTIAL_420, false);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # file,   frames, coding
                    m2.ts,    60, -c:v mpeg2video -g 12 -bf 2 -b:v 2M
                    m2.mpg,   60, -c:v mpeg2video -g 12 -bf 2 -b:v 2M -f vob
                    m2.m2v,   60, -c:v mpeg2video -g 12 -bf 2 -b:v 2M
                    h.mp4,    60, -c:v libx264 -profile:v high -g 15 -bf 3 -x264-params open-gop=1
                    h.ts,     60, -c:v libx264 -profile:v high -g 15 -bf 3
                    h.264,    60, -c:v libx264 -profile:v high -g 15 -bf 3
                    e.mp4,    40, -c:v libx265 -x265-params log-level=0:keyint=10
                    e10.ts,   40, -pix_fmt yuv420p10le -c:v libx265 -x265-params log-level=0:keyint=10
                    """)
    void everyFrameIsFfmpegsOwnInAnyOrder(String name, int frames, String coding) throws Exception {
        var parts = VideoParts.require();
        var file = VideoParts.stream(folder, name, frames, WIDTH + "x" + HEIGHT, coding);
        var expected = VideoParts.raw(file);
        int size = expected.length / frames;
        var client = new VideoClient(parts, VideoParts.command());
        for (int n = 1; n <= frames; n++) assertFrame(client, file, n, expected, size);
        var random = new Random(frames);
        for (int i = 0; i < 25; i++)
            assertFrame(client, file, 1 + random.nextInt(frames), expected, size);
        var beyond = client.ask(file, frames + 1, JobContext.NONE);
        assertEquals(frames, assertInstanceOf(VideoMessage.Ended.class, beyond).frames());
        assertFrame(client, file, 1, expected, size);
    }

    private static void assertFrame(
            VideoClient client, Path file, int number, byte[] expected, int size) throws Refusal {
        var said = client.ask(file, number, JobContext.NONE);
        var picture = assertInstanceOf(VideoMessage.Decoded.class, said).picture();
        assertArrayEquals(
                Arrays.copyOfRange(expected, (number - 1) * size, number * size),
                picture.planes(),
                "frame " + number);
    }

    @Test
    void streamInFragmentsBecomesColourCloseToThatOfFfmpeg() throws Exception {
        var decoder = new VideoDecoder(VideoParts.require(), VideoParts.command());
        var file =
                VideoParts.stream(
                        folder, "h.mp4", 10, WIDTH + "x" + HEIGHT, "-c:v libx264 -crf 10");
        var expected = VideoParts.raw(file, "-pix_fmt", "rgb24");
        var all = Files.readAllBytes(file);
        var half = BulkData.of(all).part(0, all.length / 2);
        var rest = BulkData.of(all).part(all.length / 2, all.length - all.length / 2);
        var syntax = TransferSyntax.of("1.2.840.10008.1.2.4.102.1");
        for (int n : new int[] {7, 1, 10}) {
            var frame = new EncodedFrame(syntax, List.of(half, rest), 0, n);
            var samples = decoder.decode(frame, COLOUR, JobContext.NONE);
            assertEquals(Photometric.RGB, samples.format().photometric());
            var values = assertInstanceOf(Samples.Bytes.class, samples).values();
            int worst = 0;
            for (int i = 0; i < values.length; i++) {
                int theirs = expected[(n - 1) * values.length + i] & 0xFF;
                worst = Math.max(worst, Math.abs((values[i] & 0xFF) - theirs));
            }
            // FFmpeg's converter rounds its tables otherwise
            assertTrue(worst <= 3, "off by " + worst);
        }
    }

    @Test
    void whatCannotBeDecodedIsRefusedAndTheNextStreamIsDecoded() throws Exception {
        var decoder = new VideoDecoder(VideoParts.require(), VideoParts.command());
        var noise = new byte[50_000];
        new Random(3).nextBytes(noise);
        assertEquals(VideoReason.BROKEN_STREAM, refusal(decoder, noise, 1).reason());
        var file =
                VideoParts.stream(
                        folder, "v.ts", 10, WIDTH + "x" + HEIGHT, "-c:v mpeg2video -b:v 2M");
        var good = Files.readAllBytes(file);
        var beyond = refusal(decoder, good, 11);
        assertEquals(CodecReason.NO_SUCH_FRAME, beyond.reason());
        assertEquals(List.of(11, 10), beyond.arguments());
        assertEquals(3 * WIDTH * HEIGHT, decode(decoder, good, 10).bytes());
        var other = VideoParts.stream(folder, "o.avi", 5, "160x120", "-c:v mjpeg");
        var reason = refusal(decoder, Files.readAllBytes(other), 1).reason();
        assertEquals(VideoReason.BROKEN_STREAM, reason);
        var wide = VideoParts.stream(folder, "w.ts", 5, "176x120", "-c:v mpeg2video");
        var differs = refusal(decoder, Files.readAllBytes(wide), 1);
        assertEquals(CodecReason.SIZE_DIFFERS, differs.reason());
    }

    @Test
    void withoutThePartsASentenceSaysSo() {
        var decoder = new VideoDecoder(folder, new ChildCommand(List.of("/no/such/program")));
        var refusal = refusal(decoder, new byte[10], 1);
        assertEquals(VideoReason.NO_VIDEO_PARTS, refusal.reason());
        assertTrue(refusal.getMessage().contains("MPEG2"), refusal.getMessage());
    }

    @Test
    void stereoIsRefusedByName() {
        var decoder = new VideoDecoder(folder, new ChildCommand(List.of("/no/such/program")));
        for (var uid : List.of("1.2.840.10008.1.2.4.106", "1.2.840.10008.1.2.4.106.1")) {
            var syntax = TransferSyntax.of(uid);
            assertTrue(decoder.decodes(syntax));
            var frame = new EncodedFrame(syntax, List.of(BulkData.of(new byte[2])), 0, 1);
            var refusal =
                    assertThrows(
                            Refusal.class, () -> decoder.decode(frame, COLOUR, JobContext.NONE));
            assertEquals(VideoReason.STEREO, refusal.reason());
        }
    }

    private static Refusal refusal(VideoDecoder decoder, byte[] stream, int number) {
        return assertThrows(Refusal.class, () -> decode(decoder, stream, number));
    }

    private static Samples decode(VideoDecoder decoder, byte[] stream, int number)
            throws Exception {
        var parts = List.of(BulkData.of(stream));
        return decoder.decode(
                new EncodedFrame(TransferSyntax.MPEG2_MAIN, parts, 0, number),
                COLOUR,
                JobContext.NONE);
    }
}
