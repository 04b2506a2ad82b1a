package org.tyde.speech;

import java.io.IOException;
import java.io.InputStream;

/// Interleaved 16-bit little-endian samples of a stream, mixed to one channel and brought to 16 kHz.
final class PcmStream {
    private final InputStream in;
    private final int channels;
    private final Resampler resampler;
    private final boolean sameRate;
    private final byte[] bytes;
    private boolean flushed;

    /// @param in 16-bit signed little-endian
    /// @param rate frames a second
    /// @param channels interleaved, at least 1
    PcmStream(InputStream in, double rate, int channels) {
        this.in = in;
        this.channels = channels;
        this.resampler = new Resampler(rate);
        this.sameRate = rate == AudioSource.SAMPLE_RATE;
        this.bytes = new byte[2 * channels * Math.max(1, (int) (rate / 50))];
    }

    /// Waits for about 20 ms of sound.
    ///
    /// @return the next samples; empty at the end
    /// @throws IOException when the stream breaks
    short[] next() throws IOException {
        while (!flushed) {
            int got = in.readNBytes(bytes, 0, bytes.length);
            int frames = got / (2 * channels);
            var mono = new short[frames];
            for (int f = 0; f < frames; f++) mono[f] = mixed(f);
            if (got < bytes.length) flushed = true;
            var out = sameRate ? mono : resampler.push(mono, frames);
            if (flushed && !sameRate) out = joined(out, resampler.flush());
            if (out.length > 0) return out;
        }
        return new short[0];
    }

    private short mixed(int frame) {
        int sum = 0;
        for (int c = 0; c < channels; c++) {
            int at = 2 * (frame * channels + c);
            sum += (short) ((bytes[at] & 0xff) | bytes[at + 1] << 8);
        }
        return (short) (sum / channels);
    }

    private static short[] joined(short[] a, short[] b) {
        var both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
