package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What OpenJPEG and OpenJPH make of the streams of the test encoder is what Tyde makes of them.
class HtJudgeTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # width, height, bits, plane, passes, causal
                    64,  64,  8, 0, 1, false
                    64,  64, 16, 0, 1, false
                    33,  29, 12, 0, 1, false
                     1,   1,  8, 0, 1, false
                     7,   1, 12, 0, 1, false
                     1,  13, 12, 0, 1, false
                    64,  64, 12, 1, 2, false
                    64,  64, 12, 1, 3, false
                    64,  64,  8, 1, 3, true
                    63,  31,  9, 1, 3, false
                    61,  33, 16, 1, 3, true
                     5,   7, 12, 1, 3, false
                     5,   7, 12, 1, 2, true
                    """)
    void openjpegSeesTheSame(int width, int height, int bits, int plane, int passes, boolean causal)
            throws Exception {
        var form = new HtCodestream(width, height, bits, plane, passes, 0, 0, causal);
        judge(form, "opj_decompress", "-quiet");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    64,  64, 12, 0, 1, false
                    64,  64, 12, 1, 2, false
                    63,  31,  9, 1, 3, false
                    64,  64,  8, 1, 3, true
                    """)
    void openjphSeesTheSame(int width, int height, int bits, int plane, int passes, boolean causal)
            throws Exception {
        var form = new HtCodestream(width, height, bits, plane, passes, 0, 0, causal);
        judge(form, "ojph_expand");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 16})
    void signedSamplesAreNotShifted(int bits) throws Exception {
        var form = new HtCodestream(40, 30, bits, 0, 1, 0, 0, false);
        var values = HtBlockDecoderTest.values(40, 30, bits - 1, 0);
        var stream = form.of(values);
        stream[HtCodestream.SSIZ] |= (byte) 0x80;
        var in = folder.resolve("in.j2c");
        var out = folder.resolve("out.rawl");
        Files.write(in, stream);
        var said =
                Programs.run("opj_decompress", "-quiet", "-i", in.toString(), "-o", out.toString());
        assertEquals(0, said.exitCode(), said.text());
        var format = FrameFormat.grey(30, 40, bits > 8 ? 16 : 8, bits).signed(true);
        var frame = EncodedFrame.of(TransferSyntax.HTJ2K_LOSSLESS, stream);
        var samples = new Jpeg2000Decoder().decode(frame, format, JobContext.NONE);
        assertArrayEquals(values, HtFrameTest.values(samples));
        // it writes as many bits as there are, signed or not
        var theirs = Files.readAllBytes(out);
        int wide = bits > 8 ? 2 : 1;
        for (int i = 0; i < values.length; i++) {
            int value = theirs[i * wide] & 0xFF;
            if (wide == 2) value |= (theirs[2 * i + 1] & 0xFF) << 8;
            assertEquals(values[i] & (1 << bits) - 1, value);
        }
    }

    private void judge(HtCodestream form, String... program) throws Exception {
        for (int kind = 0; kind < 5; kind++) {
            int w = form.width();
            int h = form.height();
            var values = HtBlockDecoderTest.values(w, h, form.planes() - 1, kind);
            var in = folder.resolve("in.j2c");
            var out = folder.resolve("out.pgm");
            Files.write(in, form.of(values));
            Files.deleteIfExists(out);
            var command = new java.util.ArrayList<>(java.util.List.of(program));
            command.addAll(java.util.List.of("-i", in.toString(), "-o", out.toString()));
            var said = Programs.run(command.toArray(String[]::new));
            assertEquals(0, said.exitCode(), said.text());
            var places =
                    HtBlockDecoderTest.decoded(
                            w, h, values, form.plane(), form.passes(), form.causal());
            assertArrayEquals(samples(places, form.planes()), pnm(out, 1), "kind " + kind);
        }
    }

    static int[] samples(int[] places, int bits) {
        var samples = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            int magnitude = (places[i] & Integer.MAX_VALUE) >> 1;
            samples[i] = (places[i] < 0 ? -magnitude : magnitude) + (1 << bits - 1);
        }
        return samples;
    }

    /// @param colours 1 for PGM, 3 for PPM
    static int[] pnm(Path file, int colours) throws Exception {
        var bytes = Files.readAllBytes(file);
        int at = 0;
        var words = new java.util.ArrayList<String>();
        while (words.size() < 4) {
            if (bytes[at] == '#') while (bytes[at] != '\n') at++;
            int start = at;
            while (bytes[at] > ' ') at++;
            if (at > start)
                words.add(new String(bytes, start, at - start, StandardCharsets.US_ASCII));
            at++;
        }
        int width = Integer.parseInt(words.get(1));
        int n = width * Integer.parseInt(words.get(2)) * colours;
        int wide = Integer.parseInt(words.get(3)) > 255 ? 2 : 1;
        var samples = new int[n];
        for (int i = 0; i < n; i++)
            for (int b = 0; b < wide; b++) samples[i] = samples[i] << 8 | bytes[at++] & 0xFF;
        return samples;
    }
}
