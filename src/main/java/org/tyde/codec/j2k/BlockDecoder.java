package org.tyde.codec.j2k;

import org.tyde.refusal.Refusal;

/// Entropy decoding of code-blocks. An instance keeps its working memory between blocks and serves one
/// thread.
interface BlockDecoder {
    /// Decodes one block. Every one of its `width * height` places is written, with sign and magnitude: bit
    /// 31 is set where the value is negative; bits 30 to 0 are the magnitude in halves of the step of
    /// bit-plane 0 (the least significant of [CodeBlock#planes]), so bit-plane p is bit p + 1. In a
    /// value that is not zero, the bit below the last bit-plane decoded *for that value* is set, which
    /// is reconstruction at the middle of its interval (r = 1/2, T.800 E.1.1.2); with all planes
    /// decoded, magnitude m is thus `2 * m + 1`, and a zero is 0.
    ///
    /// @param block whose `planes - zeroPlanes` is at most 30
    /// @param coefficients written
    /// @param offset of the block's first place
    /// @param stride from a place to the one below it
    /// @throws Refusal [org.tyde.codec.j2k.header.J2kReason#BROKEN_BLOCK] when the bytes cannot be such a block
    void decode(CodeBlock block, int[] coefficients, int offset, int stride) throws Refusal;
}
