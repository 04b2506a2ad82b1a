package org.tyde.codec;

import org.tyde.work.JobContext;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// From little endian pixel cells to stored values (PS3.5 8.1.1): the Bits Stored bits below High Bit,
/// sign-extended where signed, the samples of a pixel together.
final class Cells {
    private Cells() {}

    /// @param raw at least as many bytes as the format's cells take after `firstBit`
    static Samples decode(FrameFormat format, byte[] raw, int firstBit, JobContext job) {
        job.checkpoint();
        var out = format.with(format.photometric());
        if (format.photometric() == Photometric.YBR_FULL_422) return halfChroma(format, raw);
        var order = new Order(format);
        if (format.floating()) return ieee(out, raw, order);
        boolean whole = format.bitsStored() == format.bitsAllocated();
        return switch (format.bitsAllocated()) {
            case 8 ->
                    whole ? bytes(out, raw, order) : new Packed(out, raw, firstBit, order).bytes();
            case 16 ->
                    order.planar
                            ? new Packed(out, raw, firstBit, order).shorts()
                            : shorts(out, raw);
            default -> {
                var packed = new Packed(out, raw, firstBit, order);
                yield switch (format.bytesPerSample()) {
                    case 1 -> packed.bytes();
                    case 2 -> packed.shorts();
                    case 4 -> packed.ints();
                    default -> packed.longs();
                };
            }
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
        if (!order.planar)
            return new Samples.Bytes(format, Arrays.copyOf(raw, Math.toIntExact(format.samples())));
        var values = new byte[Math.toIntExact(format.samples())];
        for (int s = 0; s < order.samples; s++)
            for (int p = 0, i = s, from = s * order.pixels;
                    p < order.pixels;
                    p++, i += order.samples) values[i] = raw[from + p];
        return new Samples.Bytes(format, values);
    }

    private static Samples shorts(FrameFormat format, byte[] raw) {
        var values = new short[Math.toIntExact(format.samples())];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(0, values);
        stored(format, values);
        return new Samples.Shorts(format, values);
    }

    /// Cuts cells of 16 bits down to their stored values.
    static void stored(FrameFormat format, short[] values) {
        if (format.bitsStored() == 16) return;
        // shifts and masks that stay within 16 bits are done for many words at once
        int up = 15 - format.highBit();
        int down = 16 - format.bitsStored();
        int above = format.highBit() + 1 - format.bitsStored();
        int mask = (1 << format.bitsStored()) - 1;
        if (format.signed()) {
            if (up > 0)
                for (int i = 0; i < values.length; i++) values[i] = (short) (values[i] << up);
            for (int i = 0; i < values.length; i++) values[i] = (short) (values[i] >> down);
        } else {
            if (above > 0)
                for (int i = 0; i < values.length; i++) values[i] = (short) (values[i] >> above);
            for (int i = 0; i < values.length; i++) values[i] = (short) (values[i] & mask);
        }
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

    /// Cells of any width, which may straddle bytes, the first in the least significant bits.
    private static final class Packed {
        private final FrameFormat format;
        private final ByteBuffer raw;
        private final int firstBit;
        private final Order order;
        private final int width;

        Packed(FrameFormat format, byte[] raw, int firstBit, Order order) {
            this.format = format;
            this.raw =
                    ByteBuffer.wrap(Arrays.copyOf(raw, raw.length + Long.BYTES + 1))
                            .order(ByteOrder.LITTLE_ENDIAN);
            this.firstBit = firstBit;
            this.order = order;
            this.width = format.bitsAllocated();
        }

        private long value(int i) {
            long bit = firstBit + (long) width * order.of(i);
            int at = (int) (bit >> 3);
            int within = (int) bit & 7;
            long cell = raw.getLong(at) >>> within;
            if (within + width > Long.SIZE) cell |= (long) raw.get(at + 8) << (Long.SIZE - within);
            long up = cell << (Long.SIZE - 1 - format.highBit());
            int down = Long.SIZE - format.bitsStored();
            return format.signed() ? up >> down : up >>> down;
        }

        private int count() {
            return Math.toIntExact(format.samples());
        }

        Samples bytes() {
            var values = new byte[count()];
            for (int i = 0; i < values.length; i++) values[i] = (byte) value(i);
            return new Samples.Bytes(format, values);
        }

        Samples shorts() {
            var values = new short[count()];
            for (int i = 0; i < values.length; i++) values[i] = (short) value(i);
            return new Samples.Shorts(format, values);
        }

        Samples ints() {
            var values = new int[count()];
            for (int i = 0; i < values.length; i++) values[i] = (int) value(i);
            return new Samples.Ints(format, values);
        }

        Samples longs() {
            var values = new long[count()];
            for (int i = 0; i < values.length; i++) values[i] = value(i);
            return new Samples.Longs(format, values);
        }
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
