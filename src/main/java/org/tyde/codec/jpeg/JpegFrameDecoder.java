package org.tyde.codec.jpeg;

import org.tyde.codec.Agreement;
import org.tyde.codec.CodecReason;
import org.tyde.codec.Codestream;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameDecoder;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.codec.Scratch;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.Set;

/// JPEG frames (PS3.5 8.2.1): what the stream says counts for how it is decoded, what the header says for what
/// the samples mean. The rules where the two disagree are in docs/codecs.md.
public final class JpegFrameDecoder implements FrameDecoder {
    private static final Set<TransferSyntax> SYNTAXES =
            Set.of(
                    TransferSyntax.JPEG_BASELINE,
                    TransferSyntax.JPEG_EXTENDED,
                    TransferSyntax.JPEG_SPECTRAL_SELECTION,
                    TransferSyntax.JPEG_FULL_PROGRESSION,
                    TransferSyntax.JPEG_LOSSLESS,
                    TransferSyntax.JPEG_LOSSLESS_SV1);

    private final Scratch scratch = new Scratch();

    @Override
    public boolean decodes(TransferSyntax syntax) {
        return SYNTAXES.contains(syntax);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        return decode(frame, format, 0, job);
    }

    @Override
    public Samples decode(EncodedFrame frame, FrameFormat format, int reduction, JobContext job)
            throws Refusal, IOException {
        try (var entropy = new EntropyData(scratch)) {
            return decode(frame.bytes(), entropy, format, reduction, job);
        }
    }

    private static Samples decode(
            byte[] data, EntropyData entropy, FrameFormat format, int reduction, JobContext job)
            throws Refusal {
        var stream = new JpegStream(data, entropy);
        var agreement = check(stream.frame(), format, data.length);
        boolean rgb = stream.frame().components().size() == 3 && isYbr(stream, format);
        int halvings = stream.frame().lossless() ? 0 : Math.clamp(reduction, 0, 3);
        var pixels = stream.decode(format.rows(), halvings, rgb, job);
        var samples = StoredValues.of(pixels, agreement, stream.frame().lossless());
        if (stream.cut().isEmpty()) return samples;
        boolean coarse = stream.frame().process() == 2;
        return samples.upTo(stream.rows(), coarse, stream.cut().get());
    }

    /// @return what header and stream agree on; nothing is allocated before that
    private static Agreement check(FrameHeader stream, FrameFormat format, int bytes)
            throws Refusal {
        var agreement =
                Agreement.of(
                        format,
                        new Codestream(
                                stream.lines() == 0 ? format.rows() : stream.lines(),
                                stream.columns(),
                                stream.components().size(),
                                stream.precision(),
                                false,
                                stream.lossless()));
        // planes are some blocks wider and higher than the picture
        long padded = (format.rows() + 64L) * (format.columns() + 64L) * format.samplesPerPixel();
        if (padded > Integer.MAX_VALUE)
            throw new Refusal(
                    CodecReason.UNSUPPORTED_CELLS, format.columns() + " x " + format.rows());
        // lossless: a bit for each sample; DCT: at least one for each block of the first component
        long perByte = stream.lossless() ? 8 : 512;
        if (format.pixels() > perByte * bytes)
            throw new Refusal(
                    CodecReason.TOO_FEW_BYTES, (long) bytes, format.pixels() / perByte + 1);
        return agreement;
    }

    /// Whether three components are to be converted: not in lossless streams, which come out as coded. Else an
    /// Adobe segment decides, where there is one and the header does not say RGB; else component identifiers
    /// that spell RGB; else the header (PS3.5 8.2.1).
    private static boolean isYbr(JpegStream stream, FrameFormat format) {
        if (stream.frame().lossless() || format.photometric() == Photometric.RGB) return false;
        if (stream.adobeTransform().isPresent()) return stream.adobeTransform().get() != 0;
        var c = stream.frame().components();
        boolean spelt = c.get(0).id() == 'R' && c.get(1).id() == 'G' && c.get(2).id() == 'B';
        return stream.jfif() || !spelt;
    }
}
