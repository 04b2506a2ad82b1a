package org.tyde.codec;

import org.tyde.work.JobContext;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// From little endian pixel cells to stored values (PS3.5 8.1.1): the Bits Stored bits below High Bit,
/// sign-extended where signed, the samples of a pixel together.
final class Cells {
    private Cells() {}

    /// @param raw at least as many bytes as the format's cells take after `firstBit`
    static Samples decode(FrameFormat format, byte[] raw, int firstBit, JobContext job) {
        job.checkpoint();
        var out = format.with(format.photometric());
        if (format.photometric() == Photometric.YBR_FULL_422) return halfChroma(format, raw);
        if (format.floating()) return ieee(out, raw, new Order(format));
        return switch (format.bitsAllocated()) {
            case 1, 12 -> packed(out, raw, firstBit);
            case 8 -> bytes(out, raw, new Order(format));
            case 16 -> shorts(out, raw, new Order(format));
            case 32 -> ints(out, raw, new Order(format));
            default -> throw new IllegalArgumentException("cells of " + format.bitsAllocated());
        };
    }

    /// Where the cell of the i-th sample of the result lies.
    private record Order(int samples, int pixels, boolean planar) {
        Order(FrameFormat format) {
            this(
                    format.samplesPerPixel(),
                    Math.toIntExact(format.pixels()),
                    format.planar() && format.samplesPerPixel() > 1);
        }

        int of(int i) {
            return planar ? i % samples * pixels + i / samples : i;
        }
    }

    private static Samples bytes(FrameFormat format, byte[] raw, Order order) {
        var values = new byte[Math.toIntExact(format.samples())];
        if (format.bitsStored() == 8 && !order.planar) {
            System.arraycopy(raw, 0, values, 0, values.length);
            return new Samples.Bytes(format, values);
        }
        int up = 31 - format.highBit();
        int down = 32 - format.bitsStored();
        for (int i = 0; i < values.length; i++) {
            int shifted = raw[order.of(i)] << up;
            values[i] = (byte) (format.signed() ? shifted >> down : shifted >>> down);
        }
        return new Samples.Bytes(format, values);
    }

    private static Samples shorts(FrameFormat format, byte[] raw, Order order) {
        var values = new short[Math.toIntExact(format.samples())];
        var cells = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        if (order.planar)
            for (int i = 0; i < values.length; i++) values[i] = cells.get(order.of(i));
        else cells.get(0, values);
        if (format.bitsStored() < 16) {
            int up = 31 - format.highBit();
            int down = 32 - format.bitsStored();
            if (format.signed())
                for (int i = 0; i < values.length; i++)
                    values[i] = (short) (values[i] << up >> down);
            else
                for (int i = 0; i < values.length; i++)
                    values[i] = (short) (values[i] << up >>> down);
        }
        return new Samples.Shorts(format, values);
    }

    private static Samples ints(FrameFormat format, byte[] raw, Order order) {
        var values = new int[Math.toIntExact(format.samples())];
        var cells = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int up = 31 - format.highBit();
        int down = 32 - format.bitsStored();
        for (int i = 0; i < values.length; i++) {
            int shifted = cells.get(order.of(i)) << up;
            values[i] = format.signed() ? shifted >> down : shifted >>> down;
        }
        return new Samples.Ints(format, values);
    }

    private static Samples ieee(FrameFormat format, byte[] raw, Order order) {
        int n = Math.toIntExact(format.samples());
        var cells = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        if (format.bitsAllocated() == 32) {
            var values = new float[n];
            for (int i = 0; i < n; i++) values[i] = cells.getFloat(4 * order.of(i));
            return new Samples.Floats(format, values);
        }
        var values = new double[n];
        for (int i = 0; i < n; i++) values[i] = cells.getDouble(8 * order.of(i));
        return new Samples.Doubles(format, values);
    }

    /// Cells that straddle bytes, the first in the least significant bits.
    private static Samples packed(FrameFormat format, byte[] raw, int firstBit) {
        int n = Math.toIntExact(format.samples());
        if (format.bitsAllocated() == 1) {
            var values = new byte[n];
            for (int i = 0; i < n; i++) {
                int bit = firstBit + i;
                values[i] = (byte) (raw[bit >> 3] >> (bit & 7) & 1);
            }
            return new Samples.Bytes(format, values);
        }
        var values = new short[n];
        int up = 31 - format.highBit();
        int down = 32 - format.bitsStored();
        for (int i = 0; i < n; i++) {
            long bit = firstBit + 12L * i;
            int at = (int) (bit >> 3);
            int two = raw[at] & 0xFF | (raw[at + 1] & 0xFF) << 8;
            int shifted = two >> (bit & 7) << up;
            values[i] = (short) (format.signed() ? shifted >> down : shifted >>> down);
        }
        return new Samples.Shorts(format, values);
    }

    /// Y Y Cb Cr for two neighbouring pixels (PS3.3 C.7.6.3.1.2), chroma given to both.
    private static Samples halfChroma(FrameFormat format, byte[] raw) {
        var values = new byte[Math.toIntExact(3 * format.pixels())];
        for (int pair = 0; pair < values.length / 6; pair++) {
            for (int k = 0; k < 2; k++) {
                values[6 * pair + 3 * k] = raw[4 * pair + k];
                values[6 * pair + 3 * k + 1] = raw[4 * pair + 2];
                values[6 * pair + 3 * k + 2] = raw[4 * pair + 3];
            }
        }
        return new Samples.Bytes(format.with(Photometric.YBR_FULL), values);
    }
}
