package org.tyde.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/// A made picture whose values are known before any codec has seen them.
public final class Picture {
    /// What is in the picture.
    public enum Kind {
        /// One value.
        FLAT,
        /// A smooth body in an empty field, with noise in the body: as in radiology.
        BODY,
        /// Ramps in both directions.
        RAMP,
        /// Every value equally likely.
        NOISE
    }

    private final FrameFormat format;
    private final int[] values;

    private Picture(FrameFormat format, int[] values) {
        this.format = format;
        this.values = values;
    }

    /// @param format of integers; all stored bits are used
    /// @param kind what is in it
    /// @param seed of its noise
    /// @return a picture
    public static Picture of(FrameFormat format, Kind kind, long seed) {
        var random = new Random(seed);
        var values = new int[Math.toIntExact(format.samples())];
        int n = format.samplesPerPixel();
        long span = format.greatest() - format.least();
        for (int i = 0; i < values.length; i++) {
            int row = i / n / format.columns();
            int column = i / n % format.columns();
            double share =
                    switch (kind) {
                        case FLAT -> 0.3;
                        case RAMP ->
                                (row + 2.0 * column + 3 * (i % n))
                                        % format.columns()
                                        / format.columns();
                        case NOISE -> random.nextDouble();
                        case BODY -> body(format, row, column, random);
                    };
            values[i] = (int) (format.least() + Math.round(share * span));
        }
        return new Picture(format, values);
    }

    private static double body(FrameFormat format, int row, int column, Random random) {
        double y = (row + 0.5) / format.rows() - 0.5;
        double x = (column + 0.5) / format.columns() - 0.5;
        double r = Math.hypot(x, y);
        if (r > 0.4) return 0;
        return Math.clamp(0.5 + 0.3 * Math.cos(9 * r) + 0.01 * random.nextGaussian(), 0, 1);
    }

    /// @param format of the values
    /// @param values stored values, the samples of a pixel together
    /// @return a picture of these values
    public static Picture of(FrameFormat format, int... values) {
        return new Picture(format, values.clone());
    }

    /// @return its format
    public FrameFormat format() {
        return format;
    }

    /// @return its stored values, the samples of a pixel together
    public int[] values() {
        return values.clone();
    }

    /// @return the stored values as a decoder gives them
    public Samples samples() {
        return switch (format.bytesPerSample()) {
            case 1 -> {
                var bytes = new byte[values.length];
                for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
                yield new Samples.Bytes(format, bytes);
            }
            case 2 -> {
                var shorts = new short[values.length];
                for (int i = 0; i < shorts.length; i++) shorts[i] = (short) values[i];
                yield new Samples.Shorts(format, shorts);
            }
            default -> new Samples.Ints(format, values.clone());
        };
    }

    /// @param planes colour by plane instead of by pixel
    /// @return unsigned little endian words of 1 or 2 bytes, bits above the stored ones clear
    public byte[] words(boolean planes) {
        int bytes = format.bytesPerSample();
        var out = ByteBuffer.allocate(values.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
        int n = format.samplesPerPixel();
        int pixels = values.length / n;
        long mask = (1L << format.bitsStored()) - 1;
        for (int i = 0; i < values.length; i++) {
            int from = planes ? i % pixels * n + i / pixels : i;
            long word = values[from] & mask;
            switch (bytes) {
                case 1 -> out.put((byte) word);
                case 2 -> out.putShort((short) word);
                default -> out.putInt((int) word);
            }
        }
        return out.array();
    }

    /// @param decoded samples
    /// @return whether they are these values, bit for bit
    public boolean sameAs(Samples decoded) {
        return Arrays.equals(StoredBytes.of(samples()), StoredBytes.of(decoded));
    }

    /// @param decoded samples
    /// @return the greatest difference from these values
    public long distance(Samples decoded) {
        long most = 0;
        for (int i = 0; i < values.length; i++)
            most = Math.max(most, Math.abs((long) values[i] - value(decoded, i)));
        return most;
    }

    private static long value(Samples samples, int i) {
        boolean signed = samples.format().signed();
        return switch (samples) {
            case Samples.Bytes b -> signed ? b.values()[i] : b.values()[i] & 0xFF;
            case Samples.Shorts s -> signed ? s.values()[i] : s.values()[i] & 0xFFFF;
            case Samples.Ints n -> n.values()[i];
            case Samples.Longs _, Samples.Floats _, Samples.Doubles _ -> throw new AssertionError();
        };
    }

    @Override
    public String toString() {
        return format.columns()
                + "x"
                + format.rows()
                + "x"
                + format.samplesPerPixel()
                + " "
                + format.bitsStored()
                + (format.signed() ? " signed" : "")
                + " bit";
    }
}
