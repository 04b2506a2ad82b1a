package org.tyde.codec.jpegls;

import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameDecoder;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.codec.Scratch;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.Set;

/// JPEG-LS, lossless and near-lossless (PS3.5 8.2.3, ITU-T T.87): 2 to 16 bits, every interleave mode,
/// mapping tables, restart intervals, preset parameters and point transform. Subsampled components, HP's
/// colour transforms and mapping to palettes are refused by name.
public final class JpegLsDecoder implements FrameDecoder {
    private static final Set<TransferSyntax> SYNTAXES =
            Set.of(TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.JPEG_LS_NEAR_LOSSLESS);

    private final Scratch scratch = new Scratch();

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return SYNTAXES.contains(syntax);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        var data = frame.bytes();
        try (var bits = new EntropyBits(scratch, data.length)) {
            return new FrameReader(data, format, bits, job).read();
        }
    }
}
