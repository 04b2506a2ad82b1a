package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;

/// Uncompressed frames: cells of 1 to 64 bits, float and double (PS3.5 8.1.1).
public final class NativeDecoder implements FrameDecoder {
    @Override
    public boolean decodes(TransferSyntax syntax) {
        return !syntax.encapsulated() || syntax.equals(TransferSyntax.ENCAPSULATED_UNCOMPRESSED);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        check(format, frame.firstBit(), frame.length());
        return Cells.decode(format, frame.bytes(), frame.firstBit(), job);
    }

    static void check(FrameFormat format, int firstBit, long bytes) throws Refusal {
        long needed = (firstBit + format.nativeBits() + 7) / 8;
        if (bytes < needed)
            throw new Refusal(CodecReason.TOO_FEW_BYTES, bytes, needed).withPlace("(7FE0,0010)");
        boolean pairs = format.photometric() == Photometric.YBR_FULL_422;
        boolean oddPairs = pairs && (format.columns() % 2 != 0 || format.bitsAllocated() != 8);
        if (oddPairs || format.samples() > Integer.MAX_VALUE - 8)
            throw new Refusal(CodecReason.UNSUPPORTED_CELLS, describe(format));
    }

    static String describe(FrameFormat format) {
        return format.columns()
                + " x "
                + format.rows()
                + ", "
                + format.bitsAllocated()
                + " bit, "
                + format.photometric().term();
    }
}
