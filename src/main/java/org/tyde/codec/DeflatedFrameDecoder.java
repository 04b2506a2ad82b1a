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
        long needed = NativeDecoder.bytes(format, 0);
        if (needed > MOST_EXPANSION * frame.length())
            throw new Refusal(
                    CodecReason.TOO_FEW_BYTES, frame.length(), needed / MOST_EXPANSION + 1);
        NativeDecoder.check(format, needed);
        var raw = new byte[(int) needed];
        var early =
                new Refusal(CodecReason.BROKEN_DEFLATE, "it ends early").withRule("PS3.5 A.4.13");
        int at = 0;
        var inflater = new Inflater(true);
        try {
            inflater.setInput(frame.bytes());
            while (at < raw.length) {
                job.checkpoint();
                int n = inflater.inflate(raw, at, Math.min(raw.length - at, 1 << 20));
                if (n == 0 && inflater.finished()) throw early;
                if (n == 0) break;
                at += n;
            }
        } catch (DataFormatException broken) {
            throw new Refusal(CodecReason.BROKEN_DEFLATE, String.valueOf(broken.getMessage()))
                    .because(broken);
        } finally {
            inflater.end();
        }
        var samples = Cells.decode(format, raw, 0, job);
        if (at == raw.length) return samples;
        return samples.upTo(NativeDecoder.rows(format, 0, at), false, early);
    }
}
