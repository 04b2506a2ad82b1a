package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/// The decoders there are, asked in order. A syntax none of them decodes is refused by its name.
public final class CodecRegistry {
    private final List<FrameDecoder> decoders;

    /// @param decoders in the order they are asked
    public CodecRegistry(List<FrameDecoder> decoders) {
        this.decoders = List.copyOf(decoders);
    }

    /// @return those of this package: native cells, RLE and deflated frames
    public static CodecRegistry builtIn() {
        return new CodecRegistry(
                List.of(new NativeDecoder(), new RleDecoder(), new DeflatedFrameDecoder()));
    }

    /// @param syntax of a frame
    /// @return whether any of them decodes it
    public boolean decodes(TransferSyntax syntax) {
        return decoders.stream().anyMatch(d -> d.decodes(syntax));
    }

    /// @param frame as stored
    /// @param format what the header says
    /// @param job asked now and then whether to stop
    /// @return stored values of the whole frame
    /// @throws Refusal when no decoder knows the syntax, the bytes are not what they should be, or only a
    ///     part of the frame can be had
    /// @throws IOException when they cannot be read
    public Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException {
        var samples = decodeAvailable(frame, format, 0, job);
        return switch (samples.fidelity()) {
            case Fidelity.Whole _ -> samples;
            case Fidelity.Partial part -> throw part.why();
        };
    }

    /// For those who look at [Samples#fidelity()].
    ///
    /// @param frame as stored
    /// @param format what the header says, of the whole frame
    /// @param reduction how often rows and columns may be halved
    /// @param job asked now and then whether to stop
    /// @return stored values, at most that much smaller (see [FrameDecoder]), of as much as there is
    /// @throws Refusal when no decoder knows the syntax, or the bytes are not what they should be
    /// @throws IOException when they cannot be read
    public Samples decodeAvailable(
            EncodedFrame frame, FrameFormat format, int reduction, JobContext job)
            throws Refusal, IOException {
        return decode(
                frame,
                format,
                job,
                (decoder, deadline) ->
                        reduction == 0
                                ? decoder.decode(frame, format, deadline)
                                : decoder.decode(frame, format, reduction, deadline));
    }

    /// For those who look at [Samples#fidelity()].
    ///
    /// @param frame as stored
    /// @param format what the header says, of the whole frame
    /// @param region the part that is wanted
    /// @param job asked now and then whether to stop
    /// @return stored values of the region, of as much as there is
    /// @throws Refusal when no decoder knows the syntax, or the bytes are not what they should be
    /// @throws IOException when they cannot be read
    /// @throws IllegalArgumentException when the region is not within the frame
    public Samples decodeAvailable(
            EncodedFrame frame, FrameFormat format, FrameRegion region, JobContext job)
            throws Refusal, IOException {
        if (!region.within(format)) throw new IllegalArgumentException(region + " of " + format);
        return decode(
                frame,
                format,
                job,
                (decoder, deadline) -> decoder.decode(frame, format, region, deadline));
    }

    private interface Decoding {
        Samples by(FrameDecoder decoder, JobContext deadline) throws Refusal, IOException;
    }

    private Samples decode(
            EncodedFrame frame, FrameFormat format, JobContext job, Decoding decoding)
            throws Refusal, IOException {
        for (var decoder : decoders)
            if (decoder.decodes(frame.syntax())) return decode(decoder, format, job, decoding);
        throw new Refusal(CodecReason.UNSUPPORTED_SYNTAX, frame.syntax().name());
    }

    private static Samples decode(
            FrameDecoder decoder, FrameFormat format, JobContext job, Decoding decoding)
            throws Refusal, IOException {
        if (format.samples() > Integer.MAX_VALUE - 8)
            throw new Refusal(CodecReason.UNSUPPORTED_CELLS, NativeDecoder.describe(format));
        var deadline = new FrameDeadline(job, format);
        try {
            return decoding.by(decoder, deadline);
        } catch (OutOfMemoryError full) {
            throw new Refusal(CodecReason.NO_MEMORY, NativeDecoder.describe(format)).because(full);
        } catch (CancellationException stopped) {
            if (job.cancelled() || !deadline.passed()) throw stopped;
            throw new Refusal(CodecReason.TOO_SLOW, deadline.seconds()).because(stopped);
        }
    }
}
