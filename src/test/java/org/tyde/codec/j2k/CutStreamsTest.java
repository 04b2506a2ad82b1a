package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.Fidelity;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.Samples;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Codestreams whose bytes end too early: what packets there are give a coarser picture, and it is said.
class CutStreamsTest {
    private static final FrameFormat GREY = FrameFormat.grey(190, 170, 16, 12);
    private static final Picture PICTURE = Picture.of(GREY, Picture.Kind.BODY, 12);

    @TempDir Path folder;

    private byte[] stream(String options) throws Exception {
        var in = Files.write(folder.resolve("in.rawl"), PICTURE.words(true));
        var out = folder.resolve("out.j2k");
        run("opj_compress -F 170,190,1,12,u -i " + in + " -o " + out + options);
        return Files.readAllBytes(out);
    }

    private static void run(String command) throws Exception {
        var said = Programs.run(command.split(" "));
        assertEquals(0, said.exitCode(), said.text());
    }

    private static EncodedFrame frame(byte[] stream) {
        return EncodedFrame.of(TransferSyntax.JPEG_2000, stream);
    }

    private static Samples decode(byte[] stream) throws Exception {
        return new Jpeg2000Decoder().decode(frame(stream), GREY, JobContext.NONE);
    }

    private static short[] values(Samples samples) {
        return assertInstanceOf(Samples.Shorts.class, samples).values();
    }

    private static Fidelity.Partial partial(Samples samples) {
        var part = assertInstanceOf(Fidelity.Partial.class, samples.fidelity());
        assertEquals(J2kReason.TRUNCATED, part.why().reason());
        assertEquals(samples.format().rows(), part.of());
        return part;
    }

    private static int marker(byte[] stream, int code, int number) {
        for (int at = 0; at + 5 < stream.length; at++)
            if (u16(stream, at) == code && (code != 0xFF91 || u16(stream, at + 4) == number))
                return at;
        throw new AssertionError("no marker " + number);
    }

    private static int u16(byte[] stream, int at) {
        return (stream[at] & 0xFF) << 8 | stream[at + 1] & 0xFF;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void cutWithinALayerItIsThePictureOfTheLayersBefore(int layers) throws Exception {
        for (var options : List.of(" -r 40,10,1 -SOP", " -I -r 40,10,4 -SOP -b 32,32")) {
            var stream = stream(options);
            var cut = Arrays.copyOf(stream, marker(stream, 0xFF91, 6 * layers) + 9);
            var samples = decode(cut);
            var part = partial(samples);
            assertTrue(part.coarse());
            assertEquals(190, part.rows());
            var in = Files.write(folder.resolve("whole.j2k"), stream);
            var out = folder.resolve("theirs.rawl");
            run("opj_decompress -l " + layers + " -i " + in + " -o " + out);
            var theirs = new short[170 * 190];
            ByteBuffer.wrap(Files.readAllBytes(out))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(theirs);
            var ours = values(samples);
            for (int i = 0; i < ours.length; i++) assertEquals(theirs[i], ours[i], 1, "at " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" -SOP", " -M 4 -SOP", " -M 1 -b 16,16 -SOP", " -p RLCP -SOP"})
    void cutWithinTheLastResolutionItIsThePictureWithoutIt(String options) throws Exception {
        var stream = stream(options);
        var cut = Arrays.copyOf(stream, stream.length - 60);
        var samples = decode(cut);
        assertTrue(partial(samples).coarse());
        // the code-blocks of the highest sub-bands are one packet, and fall away with it
        var without = stream.clone();
        int sop = marker(stream, 0xFF91, 5);
        Arrays.fill(without, sop + 6, stream.length, (byte) 0);
        assertArrayEquals(values(decode(without)), values(samples));
    }

    @Test
    void ofTilesTheRowsAboveTheMissingOnesAreExact() throws Exception {
        var stream = stream(" -t 60,50 -n 3");
        int seventh = tilePart(stream, 7);
        var samples = decode(Arrays.copyOf(stream, seventh));
        var part = partial(samples);
        assertEquals(100, part.rows());
        assertEquals(false, part.coarse());
        var all = values(decode(stream));
        int known = 100 * 170;
        assertArrayEquals(Arrays.copyOf(all, known), Arrays.copyOf(values(samples), known));
        var within = partial(decode(Arrays.copyOf(stream, tilePart(stream, 8) - 20)));
        assertEquals(100, within.rows());
    }

    private static int tilePart(byte[] stream, int number) {
        int at = marker(stream, 0xFF90, 0);
        for (int i = 0; i < number; i++) at += ByteBuffer.wrap(stream).getInt(at + 6);
        return at;
    }

    @Test
    void lowerResolutionsThatAreAllThereAreWhole() throws Exception {
        var stream = stream(" -p RLCP");
        var cut = Arrays.copyOf(stream, stream.length * 9 / 10);
        var small = new Jpeg2000Decoder().decode(frame(cut), GREY, 2, JobContext.NONE);
        assertSame(Fidelity.WHOLE, small.fidelity());
    }

    @Test
    void whoeverNeedsTheWholeFrameIsRefused() throws Exception {
        var stream = stream("");
        var cut = frame(Arrays.copyOf(stream, stream.length / 2));
        var registry = new CodecRegistry(List.of(new Jpeg2000Decoder()));
        assertThrows(Refusal.class, () -> registry.decode(cut, GREY, JobContext.NONE));
        partial(registry.decodeAvailable(cut, GREY, 0, JobContext.NONE));
    }

    @Test
    void withoutTheLowestResolutionThereIsNoPicture() throws Exception {
        var stream = stream("");
        int packets = marker(stream, 0xFF93, 0) + 2;
        var refusal = assertThrows(Refusal.class, () -> decode(Arrays.copyOf(stream, packets + 4)));
        assertEquals(J2kReason.TRUNCATED, refusal.reason());
    }

    @Test
    void packetsMissingBeforeAnEndMarkerAreDamageNotACut() throws Exception {
        var stream = stream("");
        var cut = Arrays.copyOf(stream, stream.length / 2);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        assertThrows(Refusal.class, () -> decode(cut));
    }
}
