package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.StoredBytes;
import org.tyde.dicom.TransferSyntax;
import org.tyde.work.JobContext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Frames that follow each other share memory and nothing else.
class KeptMemoryTest {
    @TempDir Path folder;

    @SuppressWarnings("ArrayRecordComponent")
    private record Frame(FrameFormat format, byte[] stream) {
        byte[] by(Jpeg2000Decoder decoder) throws Exception {
            var frame = EncodedFrame.of(TransferSyntax.JPEG_2000, stream);
            return StoredBytes.of(decoder.decode(frame, format, JobContext.NONE));
        }
    }

    private Frame frame(int rows, int columns, Picture.Kind kind, String options) throws Exception {
        var format = FrameFormat.grey(rows, columns, 16, 12);
        var in = folder.resolve("in.rawl");
        var out = folder.resolve("out.j2k");
        Files.write(in, Picture.of(format, kind, 3).words(true));
        var said =
                Programs.run(
                        "opj_compress -F %d,%d,1,12,u -i %s -o %s %s"
                                .formatted(columns, rows, in, out, options)
                                .strip()
                                .split(" "));
        assertEquals(0, said.exitCode(), said.text());
        return new Frame(format, Files.readAllBytes(out));
    }

    @Test
    void aFrameIsTheSameWhateverTheDecoderDecodedBefore() throws Exception {
        var frames =
                List.of(
                        frame(211, 190, Picture.Kind.NOISE, ""),
                        frame(190, 211, Picture.Kind.NOISE, "-I"),
                        frame(96, 130, Picture.Kind.BODY, "-r 90"),
                        frame(96, 130, Picture.Kind.BODY, "-I -r 90 -t 50,60"),
                        frame(200, 180, Picture.Kind.FLAT, ""),
                        frame(64, 33, Picture.Kind.BODY, "-I -r 60"));
        var used = new Jpeg2000Decoder();
        for (int round = 0; round < 2; round++)
            for (var frame : frames)
                assertArrayEquals(frame.by(new Jpeg2000Decoder()), frame.by(used));
    }

    @Test
    void rowsThatAreInUseAreNotGivenToAnother() {
        var rows = new KeptRows<>(10_000, int[][]::new, int[]::new);
        var first = rows.take(20, 30);
        assertNotSame(first.rows(), rows.take(20, 30).rows());
        rows.back(first);
        assertSame(first.rows(), rows.take(10, 30).rows());
        assertNotSame(first.rows(), rows.take(10, 30).rows());
    }

    @Test
    void noMoreIsKeptThanMayBe() {
        var rows = new KeptRows<>(1000, int[][]::new, int[]::new);
        var small = rows.take(10, 90);
        var large = rows.take(10, 100);
        rows.back(small);
        rows.back(large);
        assertSame(large.rows(), rows.take(10, 80).rows());
        assertNotSame(small.rows(), rows.take(10, 80).rows());
    }
}
