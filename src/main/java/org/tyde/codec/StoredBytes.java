package org.tyde.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Stored values as bytes, the form of `tyde frames`: little endian in 1, 2, 4 or 8 bytes, the samples of a
/// pixel together, IEEE values raw.
public final class StoredBytes {
    private StoredBytes() {}

    /// @param samples of one frame
    /// @return their bytes
    public static byte[] of(Samples samples) {
        var bytes = new byte[Math.toIntExact(samples.bytes())];
        var into = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (samples) {
            case Samples.Bytes b -> into.put(b.values());
            case Samples.Shorts s -> into.asShortBuffer().put(s.values());
            case Samples.Ints s -> into.asIntBuffer().put(s.values());
            case Samples.Longs l -> into.asLongBuffer().put(l.values());
            case Samples.Floats f -> into.asFloatBuffer().put(f.values());
            case Samples.Doubles d -> into.asDoubleBuffer().put(d.values());
        }
        return bytes;
    }
}
