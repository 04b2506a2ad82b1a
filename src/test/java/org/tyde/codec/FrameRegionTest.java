package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// A part of a frame, of decoders that know no parts.
class FrameRegionTest {
    private static final FrameFormat COLOUR = FrameFormat.rgb(3, 4);

    private static Samples part(FrameRegion region) throws Exception {
        var bytes = new byte[36];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) i;
        var frame = EncodedFrame.of(TransferSyntax.EXPLICIT_LITTLE, bytes);
        return CodecRegistry.builtIn().decodeAvailable(frame, COLOUR, region, JobContext.NONE);
    }

    @Test
    void aRegionIsCutOutOfTheWholeFrame() throws Exception {
        var part = part(new FrameRegion(1, 1, 2, 2));
        assertArrayEquals(
                new byte[] {15, 16, 17, 18, 19, 20, 27, 28, 29, 30, 31, 32}, StoredBytes.of(part));
        assertEquals(2, part.format().rows());
        assertEquals(2, part.format().columns());
    }

    @Test
    void aRegionBeyondTheFrameIsNone() {
        assertThrows(IllegalArgumentException.class, () -> part(new FrameRegion(1, 1, 4, 1)));
        assertThrows(IllegalArgumentException.class, () -> new FrameRegion(-1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new FrameRegion(0, 0, 0, 1));
    }

    @Test
    void ofAFrameThatWasCutOffARegionHasTheRowsThereAre() throws Exception {
        var why = new Refusal(CodecReason.TOO_FEW_BYTES, 1, 2);
        var grey = FrameFormat.grey(4, 2, 8, 8);
        var values = new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
        var frame = new Samples.Bytes(grey, values).upTo(3, false, why);
        assertSame(Fidelity.WHOLE, new FrameRegion(0, 1, 2, 2).of(frame).fidelity());
        var part = new FrameRegion(1, 2, 1, 2).of(frame);
        var fidelity = assertInstanceOf(Fidelity.Partial.class, part.fidelity());
        assertEquals(1, fidelity.rows());
        assertArrayEquals(new byte[] {6, 0}, StoredBytes.of(part));
        assertSame(why, assertThrows(Refusal.class, () -> new FrameRegion(0, 3, 2, 1).of(frame)));
    }
}
