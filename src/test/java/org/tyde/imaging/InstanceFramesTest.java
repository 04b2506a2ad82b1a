package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.codec.CodecReason;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredBytes;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.List;

/// Stored frames of an open data set.
class InstanceFramesTest {
    @Test
    void nativeFramesFollowEachOther() throws Exception {
        var pixels = new byte[18];
        for (int i = 0; i < 18; i++) pixels[i] = (byte) i;
        var image =
                ImageHeaderTest.grey(8, 8, false)
                        .integer(Tag.NUMBER_OF_FRAMES, 3)
                        .bulk(Tag.PIXEL_DATA, Vr.OB, BulkData.of(pixels))
                        .build();
        assertArrayEquals(new byte[] {6, 7, 8, 9, 10, 11}, decoded(image, 2));
        assertArrayEquals(new byte[] {12, 13, 14, 15, 16, 17}, decoded(image, 3));
    }

    @Test
    void singleBitFramesBeginInTheMiddleOfAByte() throws Exception {
        var image =
                ImageHeaderTest.grey(1, 1, false)
                        .integer(Tag.NUMBER_OF_FRAMES, 2)
                        .bulk(Tag.PIXEL_DATA, Vr.OB, BulkData.of(new byte[] {0x41, 0x0A}))
                        .build();
        assertArrayEquals(new byte[] {1, 0, 0, 0, 0, 0}, decoded(image, 1));
        assertArrayEquals(new byte[] {1, 0, 0, 1, 0, 1}, decoded(image, 2));
    }

    private static Samples decode(InstanceFrames frames, int frame) throws IOException {
        return CodecRegistry.builtIn()
                .decodeAvailable(
                        frames.encoded(frame), frames.header().format(), 0, JobContext.NONE);
    }

    @Test
    void pixelsThatAreNotThereAreRefusedBeforeAnythingIsAllocated() throws Exception {
        var image =
                ImageHeaderTest.grey(16, 16, false)
                        .integer(Tag.ROWS, 30_000)
                        .integer(Tag.COLUMNS, 30_000)
                        .integer(Tag.NUMBER_OF_FRAMES, 2_000_000_000)
                        .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(new byte[8]))
                        .build();
        var frames = InstanceFrames.of(image, TransferSyntax.EXPLICIT_LITTLE);
        for (int frame : new int[] {1, 2_000_000_000}) {
            var refusal = assertThrows(Refusal.class, () -> decode(frames, frame));
            assertEquals(CodecReason.TOO_FEW_BYTES, refusal.reason());
        }
        var none = assertThrows(Refusal.class, () -> frames.encoded(2_000_000_001));
        assertEquals(CodecReason.NO_SUCH_FRAME, none.reason());
    }

    @Test
    void theBasicOffsetTableIsUsed() throws Exception {
        var image =
                ImageHeaderTest.grey(8, 8, false)
                        .integer(Tag.NUMBER_OF_FRAMES, 2)
                        .fragments(
                                Tag.PIXEL_DATA,
                                BulkData.of(new byte[] {0, 0, 0, 0, 24, 0, 0, 0}),
                                List.of(
                                        BulkData.of(new byte[4]),
                                        BulkData.of(new byte[4]),
                                        BulkData.of(new byte[6])))
                        .build();
        var frames = InstanceFrames.of(image, TransferSyntax.RLE);
        assertEquals(8, frames.encoded(1).length());
        assertEquals(6, frames.encoded(2).length());
    }

    @Test
    void anUnsupportedSyntaxIsRefusedByItsName() throws Exception {
        var image =
                ImageHeaderTest.grey(8, 8, false)
                        .fragments(Tag.PIXEL_DATA, List.of(BulkData.of(new byte[4])))
                        .build();
        for (var syntax : List.of(TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.HTJ2K)) {
            var frame = InstanceFrames.of(image, syntax).encoded(1);
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () ->
                                    CodecRegistry.builtIn()
                                            .decode(
                                                    frame,
                                                    ImageHeader.of(image).format(),
                                                    JobContext.NONE));
            assertEquals(
                    "Images in " + syntax.name() + " cannot be shown yet.", refusal.getMessage());
        }
    }

    private static byte[] decoded(DataSet image, int frame) throws Exception {
        var frames = InstanceFrames.of(image, TransferSyntax.EXPLICIT_LITTLE);
        var samples =
                CodecRegistry.builtIn()
                        .decode(frames.encoded(frame), frames.header().format(), JobContext.NONE);
        return StoredBytes.of(samples);
    }
}
