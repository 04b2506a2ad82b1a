package org.tyde.imaging;

import org.tyde.codec.EncodedFrame;
import org.tyde.refusal.Refusal;

/// Frames as they are stored, from the cache, the wire or a plain file.
public interface EncodedFrames {
    /// @param sopInstanceUid of the image
    /// @return what its header says
    /// @throws Refusal when the image is not here or cannot be read
    ImageHeader header(String sopInstanceUid) throws Refusal;

    /// May wait for disk or network.
    ///
    /// @param key which frame
    /// @return its bytes and their transfer syntax
    /// @throws Refusal when it is not here or cannot be read
    EncodedFrame encoded(FrameKey key) throws Refusal;
}
