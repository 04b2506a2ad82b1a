package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.List;
import java.util.concurrent.CancellationException;

/// Which decoder is asked, and what stops it.
class CodecRegistryTest {
    private static final FrameFormat GREY = FrameFormat.grey(1, 1, 8, 8);

    @Test
    void aSyntaxWithoutADecoderIsRefusedByItsName() {
        var frame = EncodedFrame.of(TransferSyntax.JPEG_XL, new byte[2]);
        var refusal =
                assertThrows(
                        Refusal.class,
                        () -> CodecRegistry.builtIn().decode(frame, GREY, JobContext.NONE));
        assertEquals("Images in JPEG XL cannot be shown yet.", refusal.getMessage());
    }

    @Test
    void aFrameThatTakesTooLongIsOverAndOthersAreNot() {
        assertTrue(new FrameDeadline(JobContext.NONE, 0).cancelled());
        assertFalse(new FrameDeadline(JobContext.NONE, GREY).cancelled());
        assertEquals(20, new FrameDeadline(JobContext.NONE, GREY).seconds());
        var large = FrameFormat.grey(4096, 4096, 16, 16);
        assertEquals(53, new FrameDeadline(JobContext.NONE, large).seconds());
    }

    @Test
    void whoeverCancelsIsToldSoAndNotThatItTookTooLong() {
        var registry = new CodecRegistry(List.of(new RleDecoder()));
        var frame = EncodedFrame.of(TransferSyntax.RLE, new byte[80]);
        var cancelled =
                new JobContext() {
                    @Override
                    public void progress(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThrows(
                CancellationException.class,
                () ->
                        new CodecRegistry(List.of(new NativeDecoder()))
                                .decode(
                                        EncodedFrame.of(
                                                TransferSyntax.EXPLICIT_LITTLE, new byte[1]),
                                        GREY,
                                        cancelled));
        assertThrows(Refusal.class, () -> registry.decode(frame, GREY, JobContext.NONE));
    }
}
