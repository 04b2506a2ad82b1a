package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;

/// Reads codes and bits one at a time, where speed is not all.
final class BitReader {
    private final EntropyData data;
    private final byte[] bytes;
    private long at;
    private long limit;

    BitReader(EntropyData data) throws Refusal {
        this.data = data;
        this.bytes = data.bytes();
        begin(0);
    }

    /// Goes on at a restart interval.
    void begin(int interval) throws Refusal {
        at = data.begin(interval);
        limit = data.limit(interval);
    }

    /// @throws Refusal when more was read than there is
    void check() throws Refusal {
        if (at > limit) throw data.endsEarly(at);
    }

    /// @return whether all that was read is surely of the picture
    boolean certain() {
        return at <= data.certain();
    }

    Refusal overrun() {
        return data.overrun(at);
    }

    private int next32() {
        return (int) (((long) EntropyData.BITS.get(bytes, (int) (at >>> 3)) << (at & 7)) >>> 32);
    }

    int symbol(CoefficientCode code) throws Refusal {
        int found = code.symbol(next32() >>> 16);
        if (found == 0) throw data.badCode(at);
        at += found >> 8;
        return found & 0xFF;
    }

    /// @param count 0 to 16
    int bits(int count) {
        if (count == 0) return 0;
        int bits = next32() >>> (32 - count);
        at += count;
        return bits;
    }
}
