package org.tyde.speech;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// Sound that is kept: a queue of samples, 16 kHz, mono, full scale 32767. Not thread-safe.
final class Samples {
    private short[] data;
    private int length;

    /// @param some what it holds, copied
    /// @param count how many of them
    Samples(short[] some, int count) {
        data = Arrays.copyOf(some, count);
        length = count;
    }

    Samples() {
        this(new short[AudioSource.SAMPLE_RATE], 0);
    }

    int length() {
        return length;
    }

    short[] copy(int from, int count) {
        return Arrays.copyOfRange(data, from, from + count);
    }

    void append(short[] more, int count) {
        if (length + count > data.length)
            data = Arrays.copyOf(data, Math.max(length + count, 2 * data.length));
        System.arraycopy(more, 0, data, length, count);
        length += count;
    }

    /// @param count how many of the oldest go; at most all
    void drop(int count) {
        int gone = Math.clamp(count, 0, length);
        System.arraycopy(data, gone, data, 0, length - gone);
        length -= gone;
    }

    void write(DataOutputStream out) throws IOException {
        var bytes = new byte[2 * length];
        for (int i = 0; i < length; i++) {
            bytes[2 * i] = (byte) data[i];
            bytes[2 * i + 1] = (byte) (data[i] >> 8);
        }
        out.write(bytes);
    }

    static Samples read(DataInputStream in, int count) throws IOException {
        var bytes = in.readNBytes(2 * count);
        var samples = new short[bytes.length / 2];
        for (int i = 0; i < samples.length; i++)
            samples[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8);
        return new Samples(samples, samples.length);
    }
}
