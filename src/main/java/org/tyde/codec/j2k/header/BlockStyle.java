package org.tyde.codec.j2k.header;

/// Code-block style (T.800 Table A.19; bits 6 and 7 T.814 Table A.4).
///
/// @param bits as in COD and COC
public record BlockStyle(int bits) {
    /// @return whether late passes are raw bits (D.6)
    public boolean bypass() {
        return (bits & 1) != 0;
    }

    /// @return whether contexts begin anew with each pass (D.4.2)
    public boolean reset() {
        return (bits & 2) != 0;
    }

    /// @return whether each pass has a segment of its own (D.4.2)
    public boolean terminateAll() {
        return (bits & 4) != 0;
    }

    /// @return whether no context looks into the next stripe (D.7)
    public boolean causal() {
        return (bits & 8) != 0;
    }

    /// @return whether the encoder ended segments so that errors show (D.4.2); the decoder may ignore it
    public boolean predictable() {
        return (bits & 16) != 0;
    }

    /// @return whether each cleanup pass ends with the symbols 1010 (D.5)
    public boolean segmentationSymbols() {
        return (bits & 32) != 0;
    }

    /// @return whether the block is coded by T.814
    public boolean highThroughput() {
        return (bits & 64) != 0;
    }

    /// @return whether T.800 and T.814 blocks are mixed
    public boolean mixed() {
        return (bits & 128) != 0;
    }
}
