package org.tyde.codec;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.TransferSyntax;

import java.io.IOException;
import java.util.List;

/// One frame as it is stored.
///
/// @param syntax how it is encoded
/// @param parts its bytes in order: one part of native pixel data, or one or more fragments
/// @param firstBit where it begins in its first byte, 0 (least significant) to 7; other than 0 only where
///     1-bit or 12-bit frames follow each other without padding (PS3.5 8.1.1)
/// @param number which frame of the stream it is, 1-based, where the parts are a video that holds all
///     frames; 0 where they hold this frame alone
public record EncodedFrame(TransferSyntax syntax, List<BulkData> parts, int firstBit, int number) {
    /// @param parts copied
    /// @throws IllegalArgumentException for a first bit outside 0 to 7, or a negative number
    public EncodedFrame {
        parts = List.copyOf(parts);
        if (firstBit < 0 || firstBit > 7) throw new IllegalArgumentException("bit " + firstBit);
        if (number < 0) throw new IllegalArgumentException("frame " + number);
    }

    /// A frame whose parts hold it alone.
    ///
    /// @param syntax as of the record
    /// @param parts as of the record
    /// @param firstBit as of the record
    public EncodedFrame(TransferSyntax syntax, List<BulkData> parts, int firstBit) {
        this(syntax, parts, firstBit, 0);
    }

    /// @param syntax how it is encoded
    /// @param bytes copied
    /// @return a frame in memory
    public static EncodedFrame of(TransferSyntax syntax, byte[] bytes) {
        return new EncodedFrame(syntax, List.of(BulkData.of(bytes)), 0);
    }

    /// @return bytes of all parts
    public long length() {
        long sum = 0;
        for (var part : parts) sum += part.length();
        return sum;
    }

    /// @return its bytes, perhaps in the array that keeps them: nobody may write to it
    /// @throws IOException where they cannot be had
    public byte[] bytes() throws IOException {
        if (parts.size() == 1) return parts.getFirst().lent();
        var all = new byte[Math.toIntExact(length())];
        int at = 0;
        for (var part : parts) {
            var some = part.lent();
            System.arraycopy(some, 0, all, at, some.length);
            at += some.length;
        }
        return all;
    }
}
