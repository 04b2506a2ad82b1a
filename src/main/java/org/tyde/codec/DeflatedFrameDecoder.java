package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Deflated Image Frame Compression (PS3.5 A.4.13): the cells of one frame, deflated without a header.
public final class DeflatedFrameDecoder implements FrameDecoder {
    private static final long MOST_EXPANSION = 1032;

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return syntax.equals(TransferSyntax.DEFLATED_FRAMES);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        long needed = (format.nativeBits() + 7) / 8;
        if (needed > MOST_EXPANSION * frame.length())
            throw new Refusal(
                    CodecReason.TOO_FEW_BYTES, frame.length(), needed / MOST_EXPANSION + 1);
        NativeDecoder.check(format, 0, needed);
        var raw = new byte[(int) needed];
        var inflater = new Inflater(true);
        try {
            inflater.setInput(frame.bytes());
            int at = 0;
            while (at < raw.length) {
                job.checkpoint();
                int n = inflater.inflate(raw, at, Math.min(raw.length - at, 1 << 20));
                if (n == 0) throw new Refusal(CodecReason.BROKEN_DEFLATE, "it ends early");
                at += n;
            }
        } catch (DataFormatException broken) {
            throw new Refusal(CodecReason.BROKEN_DEFLATE, String.valueOf(broken.getMessage()))
                    .because(broken);
        } finally {
            inflater.end();
        }
        return Cells.decode(format, raw, 0, job);
    }
}
