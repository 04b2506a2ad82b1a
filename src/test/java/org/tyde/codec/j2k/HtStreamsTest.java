package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.Programs;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Streams that `ojph_compress` wrote: reversible ones are what went in, irreversible ones within 1 of what
/// `ojph_expand` makes of them. All of them by `-Dtyde.streams=all`, else a seeded third.
class HtStreamsTest {
    private static final int[][] SIZES = {
        {1, 1}, {1, 17}, {31, 1}, {64, 64}, {131, 77}, {200, 260}
    };

    @TempDir Path folder;

    record Stream(int width, int height, int bits, int colours, String options) {
        @Override
        public String toString() {
            return "%dx%d, %d bit, %d, %s".formatted(width, height, bits, colours, options);
        }

        boolean lossless() {
            return options.contains("-reversible true");
        }
    }

    static List<Stream> streams() {
        var codings =
                List.of(
                        "-reversible true",
                        "-reversible true -num_decomps 0",
                        "-reversible true -num_decomps 2 -block_size {32,128} -prog_order LRCP",
                        "-reversible true -num_decomps 3 -block_size {4,4} -prog_order CPRL",
                        "-reversible true -block_size {1024,4} -prog_order RLCP",
                        "-reversible true -tile_size {50,70} -precincts {64,64},{128,32}",
                        "-reversible true -image_offset {5,3} -prog_order PCRL",
                        "-reversible false -qstep 0.001",
                        "-reversible false -qstep 0.00005 -num_decomps 3");
        var all = new ArrayList<Stream>();
        for (var size : SIZES)
            for (int bits : new int[] {8, 10, 12, 16})
                for (var coding : codings)
                    for (int colours : bits == 8 || bits == 16 ? new int[] {1, 3} : new int[] {1})
                        all.add(new Stream(size[0], size[1], bits, colours, coding));
        // the tool wants the offset inside the image
        all.removeIf(s -> s.options.contains("offset") && Math.min(s.width, s.height) < 6);
        if ("all".equals(System.getProperty("tyde.streams"))) return all;
        var random = new Random(814);
        all.removeIf(_ -> random.nextInt(3) != 0);
        return all;
    }

    @ParameterizedTest
    @MethodSource("streams")
    void streamIsWhatWentIn(Stream stream) throws Exception {
        int[] values = image(stream);
        var in = folder.resolve(stream.colours == 1 ? "in.pgm" : "in.ppm");
        var coded = folder.resolve("coded.j2c");
        write(in, stream, values);
        run("ojph_compress -i " + in + " -o " + coded + " " + stream.options);
        var decoded = decoded(stream, Files.readAllBytes(coded));
        if (stream.lossless()) {
            assertArrayEquals(values, decoded);
            return;
        }
        var out = folder.resolve(stream.colours == 1 ? "out.pgm" : "out.ppm");
        run("ojph_expand -i " + coded + " -o " + out);
        var theirs = HtJudgeTest.pnm(out, stream.colours);
        assertEquals(theirs.length, decoded.length);
        int worst = 0;
        for (int i = 0; i < theirs.length; i++)
            worst = Math.max(worst, Math.abs(theirs[i] - decoded[i]));
        assertTrue(worst <= 1, "off by " + worst);
    }

    private static void run(String command) throws Exception {
        var said = Programs.run(command.split(" "));
        assertEquals(0, said.exitCode(), command + "\n" + said.text());
    }

    private static int[] decoded(Stream stream, byte[] bytes) throws Exception {
        boolean colour = stream.colours == 3;
        var header =
                new FrameFormat(
                        stream.height,
                        stream.width,
                        stream.colours,
                        stream.bits > 8 ? 16 : 8,
                        stream.bits,
                        stream.bits - 1,
                        false,
                        false,
                        colour ? Photometric.RGB : Photometric.MONOCHROME2,
                        false);
        var frame = EncodedFrame.of(TransferSyntax.HTJ2K, bytes);
        return HtFrameTest.values(new Jpeg2000Decoder().decode(frame, header, JobContext.NONE));
    }

    /// A slope with an edge and noise, or noise alone.
    private static int[] image(Stream stream) {
        var random = new Random(stream.hashCode());
        int top = (1 << stream.bits) - 1;
        boolean noise = stream.width % 2 == 1;
        var values = new int[stream.width * stream.height * stream.colours];
        for (int i = 0; i < values.length; i++) {
            int x = i / stream.colours % stream.width;
            int slope = (int) ((long) top * x / stream.width / 2);
            int edge = x > stream.width / 2 ? top / 3 : 0;
            values[i] =
                    noise
                            ? random.nextInt(top + 1)
                            : Math.clamp(slope + edge + random.nextInt(1 + top / 32), 0, top);
        }
        return values;
    }

    private static void write(Path file, Stream stream, int[] values) throws Exception {
        var out = new ByteArrayOutputStream();
        var head =
                "P%d\n%d %d\n%d\n"
                        .formatted(
                                stream.colours == 1 ? 5 : 6,
                                stream.width,
                                stream.height,
                                (1 << stream.bits) - 1);
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        for (int value : values) {
            if (stream.bits > 8) out.write(value >> 8);
            out.write(value);
        }
        Files.write(file, out.toByteArray());
    }
}
