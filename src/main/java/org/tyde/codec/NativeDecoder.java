package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.Arrays;

/// Uncompressed frames: cells of 1 to 64 bits, float and double (PS3.5 8.1.1).
public final class NativeDecoder implements FrameDecoder {
    /// Of a frame of which less is there not even the room is made.
    private static final int MOST_EXPANSION = 64;

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return !syntax.encapsulated() || syntax.equals(TransferSyntax.ENCAPSULATED_UNCOMPRESSED);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        long needed = bytes(format, frame.firstBit());
        long there = frame.length();
        int rows = there < needed ? rows(format, frame.firstBit(), there) : format.rows();
        var few =
                new Refusal(CodecReason.TOO_FEW_BYTES, there, needed)
                        .withPlace("(7FE0,0010)")
                        .withRule("PS3.5 8.1.1");
        if (rows < 1 || needed / MOST_EXPANSION > there) throw few;
        check(format, needed);
        if (there >= needed) return Cells.decode(format, frame.bytes(), frame.firstBit(), job);
        var padded = Arrays.copyOf(frame.bytes(), (int) needed);
        return Cells.decode(format, padded, frame.firstBit(), job).upTo(rows, false, few);
    }

    /// @return how many rows that many bytes hold in all planes
    static int rows(FrameFormat format, int firstBit, long bytes) {
        boolean planes = format.planar() && format.samplesPerPixel() > 1;
        long before = planes ? 2 * format.pixels() * format.bitsAllocated() : 0;
        long row = format.nativeBits() / format.rows() / (planes ? 3 : 1);
        return (int) Math.max(0, (8 * bytes - firstBit - before) / row);
    }

    /// @return bytes that the cells of a frame take
    static long bytes(FrameFormat format, int firstBit) {
        return (firstBit + format.nativeBits() + 7) / 8;
    }

    /// @param bytes that its cells take
    /// @throws Refusal where they are of a kind, or more, than can be decoded
    static void check(FrameFormat format, long bytes) throws Refusal {
        boolean pairs = format.photometric() == Photometric.YBR_FULL_422;
        boolean oddPairs = pairs && (format.columns() % 2 != 0 || format.bitsAllocated() != 8);
        if (oddPairs || Math.max(bytes, format.samples()) > Integer.MAX_VALUE - 16)
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
