package org.tyde.store.seal;

import org.tyde.refusal.Refusal;

import java.nio.ByteBuffer;

/// The file that wrapped keys lie in. Writing is all or nothing, and durable.
public interface KeyFile {
    /// @return what people find it under
    String name();

    /// @return whether it is there
    boolean exists();

    /// @return all of it
    /// @throws Refusal it cannot be read
    ByteBuffer read() throws Refusal;

    /// @param content in place of what was there
    /// @throws Refusal it cannot be written; then what was there is there still
    void write(ByteBuffer content) throws Refusal;

    /// Overwrites it, and removes it; absent is fine.
    ///
    /// @param noise as many random bytes as asked for
    /// @throws Refusal it cannot be written
    void destroy(Noise noise) throws Refusal;

    /// Random bytes.
    @FunctionalInterface
    interface Noise {
        /// @param bytes how many
        /// @return random bytes
        byte[] of(int bytes);
    }
}
