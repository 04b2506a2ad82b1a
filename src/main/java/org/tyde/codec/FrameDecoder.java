package org.tyde.codec;

import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;

/// Decodes frames of some transfer syntaxes. Of a frame whose bytes end too early it may give what there is
/// and say so ([Samples#fidelity()]). Thread-safe.
public interface FrameDecoder {
    /// @param syntax of a frame
    /// @return whether frames of it may be given to this decoder
    boolean decodes(TransferSyntax syntax);

    /// @param frame in a syntax it decodes
    /// @param format what the header says; nothing is allocated that header and bytes cannot justify
    /// @param job asked now and then whether to stop
    /// @return stored values
    /// @throws Refusal when the bytes are not what they should be
    /// @throws IOException when they cannot be read
    Samples decode(EncodedFrame frame, FrameFormat format, JobContext job)
            throws Refusal, IOException;

    /// Decodes at a lower resolution where the codestream makes that cheaper: thumbnails, a first look.
    ///
    /// @param frame in a syntax it decodes
    /// @param format what the header says, of the whole frame
    /// @param reduction how often rows and columns may be halved, 0 for the whole frame; the result has
    ///     `ceil(rows / 2^n)` rows and columns likewise, n being at most this, and its format says them
    /// @param job asked now and then whether to stop
    /// @return stored values, in full where the decoder or the codestream knows no lower resolution
    /// @throws Refusal when the bytes are not what they should be
    /// @throws IOException when they cannot be read
    default Samples decode(EncodedFrame frame, FrameFormat format, int reduction, JobContext job)
            throws Refusal, IOException {
        return decode(frame, format, job);
    }

    /// Decodes a part of a frame, at less cost where the codestream allows it.
    ///
    /// @param frame in a syntax it decodes
    /// @param format what the header says, of the whole frame
    /// @param region within the frame
    /// @param job asked now and then whether to stop
    /// @return the values that the whole frame has there, in a format of the region's rows and columns
    /// @throws Refusal when the bytes are not what they should be
    /// @throws IOException when they cannot be read
    default Samples decode(
            EncodedFrame frame, FrameFormat format, FrameRegion region, JobContext job)
            throws Refusal, IOException {
        return region.of(decode(frame, format, job));
    }
}
