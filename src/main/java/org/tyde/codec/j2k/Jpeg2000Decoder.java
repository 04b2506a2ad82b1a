package org.tyde.codec.j2k;

import org.tyde.codec.Agreement;
import org.tyde.codec.Codestream;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameDecoder;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.FrameRegion;
import org.tyde.codec.Samples;
import org.tyde.codec.j2k.header.ImageSize;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.codec.j2k.header.Marker;
import org.tyde.codec.j2k.header.TiledCodestream;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.Pieces;

import java.io.IOException;
import java.util.Set;

/// JPEG 2000 Part 1 and high-throughput JPEG 2000 (PS3.5 A.4.4, 8.2.4, 8.2.14). The transform of the first
/// three components is undone, so that YBR_RCT and YBR_ICT come out as RGB.
public final class Jpeg2000Decoder implements FrameDecoder {
    private static final Set<TransferSyntax> SYNTAXES =
            Set.of(
                    TransferSyntax.JPEG_2000_LOSSLESS,
                    TransferSyntax.JPEG_2000,
                    TransferSyntax.JPEG_2000_PART_2_LOSSLESS,
                    TransferSyntax.JPEG_2000_PART_2,
                    TransferSyntax.HTJ2K_LOSSLESS,
                    TransferSyntax.HTJ2K_LOSSLESS_RPCL,
                    TransferSyntax.HTJ2K);

    private final Pieces pieces;
    private final Memory memory = new Memory();

    /// Decodes on the caller's thread.
    public Jpeg2000Decoder() {
        this(Pieces.ALONE);
    }

    /// @param pieces computes the tiles, code-blocks and components of a frame
    public Jpeg2000Decoder(Pieces pieces) {
        this.pieces = pieces;
    }

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
        return decode(frame, format, stream -> FrameDecoding.reduced(stream, reduction, job));
    }

    @Override
    public Samples decode(
            EncodedFrame frame, FrameFormat format, FrameRegion region, JobContext job)
            throws Refusal, IOException {
        return decode(frame, format, stream -> FrameDecoding.part(stream, region, job));
    }

    /// What is wanted of a codestream.
    private interface Wanted {
        FrameDecoding of(TiledCodestream stream) throws Refusal;
    }

    private Samples decode(EncodedFrame frame, FrameFormat format, Wanted wanted)
            throws Refusal, IOException {
        var data = frame.bytes();
        // the size alone is compared with the header before anything else is read
        agreement(TiledCodestream.size(data), format, false);
        var stream = TiledCodestream.of(data);
        var decoding = wanted.of(stream);
        return decoding.decode(
                agreement(stream.size(), format, decoding.lossless()), pieces, memory);
    }

    private static Agreement agreement(ImageSize size, FrameFormat format, boolean lossless)
            throws Refusal {
        var first = size.components().getFirst();
        for (var one : size.components())
            if (one.precision() != first.precision() || one.signed() != first.signed())
                throw new Refusal(J2kReason.UNSUPPORTED, "components of different depths")
                        .withPlace(Marker.SIZ.name())
                        .withRule("PS3.5 8.2.4");
        return Agreement.of(
                format,
                new Codestream(
                        size.image().height(),
                        size.image().width(),
                        size.components().size(),
                        first.precision(),
                        first.signed(),
                        lossless));
    }
}
