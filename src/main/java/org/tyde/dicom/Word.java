package org.tyde.dicom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// One binary number in bytes, little endian: the house's one table of their widths (PS3.5 6.2).
/// Indexes are of the number's first byte.
enum Word {
    UINT8(1, false, false),
    INT16(2, true, false),
    UINT16(2, false, false),
    INT32(4, true, false),
    UINT32(4, false, false),
    INT64(8, true, false),
    UINT64(8, false, false),
    FLOAT32(4, true, true),
    FLOAT64(8, true, true),
    /// Group, then element, 16 bits each; as a number the group in the upper half.
    TAG(4, false, false);

    private static final VarHandle SHORT = handle(short[].class);
    private static final VarHandle INT = handle(int[].class);
    private static final VarHandle LONG = handle(long[].class);

    private final int bytes;
    private final boolean signed;
    private final boolean real;

    Word(int bytes, boolean signed, boolean real) {
        this.bytes = bytes;
        this.signed = signed;
        this.real = real;
    }

    private static VarHandle handle(Class<?> type) {
        return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
    }

    int bytes() {
        return bytes;
    }

    boolean signed() {
        return signed;
    }

    boolean real() {
        return real;
    }

    /// Whether it can hold that number; of UINT64 those below 2^63.
    boolean holds(long value) {
        if (real) return false;
        if (!signed && value < 0) return false;
        int bits = bytes * 8 - (signed ? 1 : 0);
        return bits >= 63 || (value < 0 ? ~value : value) >>> bits == 0;
    }

    /// A UINT64 of 2^63 or more comes out negative; of real numbers their bits.
    long integer(byte[] from, int at) {
        return switch (this) {
            case UINT8 -> from[at] & 0xFF;
            case INT16 -> (short) SHORT.get(from, at);
            case UINT16 -> (short) SHORT.get(from, at) & 0xFFFF;
            case INT32, FLOAT32 -> (int) INT.get(from, at);
            case UINT32 -> (int) INT.get(from, at) & 0xFFFFFFFFL;
            case INT64, UINT64, FLOAT64 -> (long) LONG.get(from, at);
            case TAG -> swapHalves((int) INT.get(from, at)) & 0xFFFFFFFFL;
        };
    }

    double decimal(byte[] from, int at) {
        long bits = integer(from, at);
        if (this == FLOAT32) return Float.intBitsToFloat((int) bits);
        if (this == FLOAT64) return Double.longBitsToDouble(bits);
        boolean beyondLong = this == UINT64 && bits < 0;
        return beyondLong ? ((bits >>> 1) | (bits & 1)) * 2.0 : bits;
    }

    String text(byte[] from, int at) {
        long bits = integer(from, at);
        return switch (this) {
            case FLOAT32 -> Float.toString(Float.intBitsToFloat((int) bits));
            case FLOAT64 -> Double.toString(Double.longBitsToDouble(bits));
            case TAG -> new Tag((int) bits).hex();
            case UINT64 -> Long.toUnsignedString(bits);
            case UINT8, INT16, UINT16, INT32, UINT32, INT64 -> Long.toString(bits);
        };
    }

    void put(byte[] into, int at, long value) {
        switch (this) {
            case UINT8 -> into[at] = (byte) value;
            case INT16, UINT16 -> SHORT.set(into, at, (short) value);
            case INT32, UINT32, FLOAT32 -> INT.set(into, at, (int) value);
            case INT64, UINT64, FLOAT64 -> LONG.set(into, at, value);
            case TAG -> INT.set(into, at, swapHalves((int) value));
        }
    }

    void put(byte[] into, int at, double value) {
        put(
                into,
                at,
                this == FLOAT32
                        ? Float.floatToRawIntBits((float) value)
                        : Double.doubleToRawLongBits(value));
    }

    private static int swapHalves(int bits) {
        return bits << 16 | bits >>> 16;
    }
}
