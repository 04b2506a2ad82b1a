package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.BlockStyle;
import org.tyde.codec.j2k.header.Orientation;

import java.util.List;

/// One code-block as the packets hold it, ready for a [BlockDecoder] (T.800 B.10, D.1).
///
/// @param width columns, 1 to 1024
/// @param height rows, 1 to 1024; width times height at most 4096
/// @param orientation of its sub-band
/// @param style how it is coded
/// @param planes magnitude bit-planes of its sub-band, M_b (T.800 E-2), with those a region of interest adds
/// @param zeroPlanes most significant of them that are all zero. For T.814 blocks the planes of
///     placeholder passes are counted in, so that the first pass is the HT cleanup pass of plane
///     `planes - 1 - zeroPlanes`.
/// @param passes coding passes there are, at least 1; for T.814 without placeholders: 1 (cleanup),
///     2 (and significance propagation) or 3 (and magnitude refinement)
/// @param data bytes of all segments; at least [#SPARE] readable bytes, of any value, follow the last
/// @param segments terminated codeword segments, in order; their passes add up to `passes`. For T.814
///     the first is the cleanup segment, the second, if there, that of both refinement passes.
@SuppressWarnings("ArrayRecordComponent") // shared, not copied: blocks never leave this room
record CodeBlock(
        int width,
        int height,
        Orientation orientation,
        BlockStyle style,
        int planes,
        int zeroPlanes,
        int passes,
        byte[] data,
        List<Segment> segments) {
    /// Readable bytes after the last segment.
    static final int SPARE = 16;

    /// A terminated codeword segment. [CodeBlock#data] also has two bytes of no meaning after each segment,
    /// which a decoder may overwrite with an end of its own.
    ///
    /// @param offset of its first byte in [CodeBlock#data]
    /// @param length bytes, 0 or more
    /// @param passes coding passes in it, 1 or more
    record Segment(int offset, int length, int passes) {}
}
