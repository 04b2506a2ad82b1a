package org.tyde.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.NativeDecoder;
import org.tyde.codec.Picture;
import org.tyde.codec.Scratch;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.nio.file.Files;
import java.nio.file.Path;

/// What is exported as JPEG baseline shows the picture, here and in DCMTK.
class JpegBaselineEncoderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void thePictureComesBackWithinItsLossHereAndInDcmtk(int components) throws Exception {
        var picture = Pictures.picture(new int[] {62, 80}, 8, components, false, Picture.Kind.FLAT);
        var stream = JpegBaselineEncoder.encode(picture.samples(), 0.95);
        var header = picture.format().with(JpegBaselineEncoder.photometric(picture.format()));
        var frame = EncodedFrame.of(TransferSyntax.JPEG_BASELINE, stream);
        var ours = new JpegFrameDecoder().decode(frame, header, JobContext.NONE);
        assertTrue(picture.distance(ours) <= 3, "differs by " + picture.distance(ours));
        var file = folder.resolve("in.dcm");
        Files.write(file, Pictures.dicom(header, TransferSyntax.JPEG_BASELINE, stream));
        var out = folder.resolve("out.dcm");
        var said = Programs.run("dcmdjpeg", "+px", "+cp", file.toString(), out.toString());
        assertEquals(0, said.exitCode(), said.text());
        var theirs =
                new NativeDecoder()
                        .decode(Pictures.frame(out), Pictures.format(out), JobContext.NONE);
        assertTrue(picture.distance(theirs) <= 3, "differs by " + picture.distance(theirs));
    }

    @Test
    void chromaIsHalvedAlongLinesOnly() throws Exception {
        var picture = Pictures.picture(new int[] {16, 16}, 8, 3, false, Picture.Kind.RAMP);
        var bytes = JpegBaselineEncoder.encode(picture.samples(), 0.9);
        var stream = new JpegStream(bytes, new EntropyData(new Scratch())).frame();
        assertEquals(new Component(1, 2, 1, 0), stream.components().getFirst());
        assertEquals(1, stream.components().getLast().horizontal());
        assertEquals(1, stream.components().getLast().vertical());
    }

    @Test
    void moreThanEightBitsAreRefused() {
        var picture = Picture.of(FrameFormat.grey(4, 4, 16, 12), Picture.Kind.RAMP, 1);
        var refusal =
                assertThrows(
                        Refusal.class, () -> JpegBaselineEncoder.encode(picture.samples(), 0.9));
        assertEquals(JpegReason.CANNOT_ENCODE, refusal.reason());
    }
}
