package org.tyde.codec.jpeg;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;

/// Makes frames of JPEG lossless, selection value 1 (PS3.5 8.2.1, transfer syntax 1.2.840.10008.1.2.4.70;
/// T.81 Annex H): grey and palette indices of 2 to 16 stored bits and colour, with the Huffman table that fits best.
public final class JpegLosslessEncoder {
    private static final int CATEGORIES = 17;

    /// What the standard allows beyond what is written in earnest.
    ///
    /// @param selection of the predictor, 1 to 7
    /// @param pointTransform bits cut off below
    /// @param restartInterval pixels, 0 for none
    record Options(int selection, int pointTransform, int restartInterval) {
        static final Options USUAL = new Options(1, 0, 0);
    }

    private final Samples samples;
    private final FrameFormat format;
    private final Options options;
    private final int precision;
    private final int components;
    private final int[][] lines;
    private final int[][] above;
    private final int[] differences;

    private JpegLosslessEncoder(Samples samples, Options options) {
        this.samples = samples;
        this.format = samples.format();
        this.options = options;
        // a signed value is a whole cell, so that the step from 0 to -1 is a small one
        this.precision =
                format.signed() ? 8 * format.bytesPerSample() : Math.max(2, format.bitsStored());
        this.components = format.samplesPerPixel();
        this.lines = new int[components][format.columns()];
        this.above = new int[components][format.columns()];
        this.differences = new int[components * format.columns()];
    }

    /// @param samples of one frame
    /// @param job asked now and then whether to stop
    /// @return the stream, SOI to EOI, not padded
    /// @throws Refusal [JpegReason#CANNOT_ENCODE] for cells of other than 8 and 16 bits
    public static byte[] encode(Samples samples, JobContext job) throws Refusal {
        return encode(samples, Options.USUAL, job);
    }

    static byte[] encode(Samples samples, Options options, JobContext job) throws Refusal {
        var format = samples.format();
        if (format.floating() || format.bytesPerSample() > 2)
            throw new Refusal(
                            JpegReason.CANNOT_ENCODE,
                            format.bitsAllocated(),
                            format.samplesPerPixel())
                    .withRule("ITU-T T.81 Table B.2");
        return new JpegLosslessEncoder(samples, options).encode(job);
    }

    private byte[] encode(JobContext job) {
        var counts = new long[CATEGORIES];
        for (int y = 0; y < format.rows(); y++) {
            if (y % 64 == 0) job.checkpoint();
            differences(y);
            for (int d : differences) counts[category(d)]++;
        }
        var code = OptimalCode.of(counts);
        var out = new ByteArrayOutputStream();
        var bits = new EntropyWriter(out);
        header(bits, code);
        int left = options.restartInterval();
        int restarts = 0;
        for (int y = 0; y < format.rows(); y++) {
            if (y % 64 == 0) job.checkpoint();
            differences(y);
            for (int i = 0; i < differences.length; i++) {
                if (options.restartInterval() > 0 && i % components == 0 && left-- == 0) {
                    bits.end();
                    bits.marker(Marker.RST0 + restarts++ % 8);
                    left = options.restartInterval() - 1;
                }
                write(bits, code, differences[i]);
            }
        }
        bits.end();
        bits.marker(Marker.EOI);
        return out.toByteArray();
    }

    /// A negative difference goes as its ones' complement; 32768 has no extra bits (H.1.2.2).
    private static void write(EntropyWriter bits, OptimalCode code, int difference) {
        int category = category(difference);
        bits.put(code.code(category), code.length(category));
        if (category < 16) bits.put(difference < 0 ? difference - 1 : difference, category);
    }

    private static int category(int difference) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
    }

    private void header(EntropyWriter out, OptimalCode code) {
        out.marker(Marker.SOI);
        if (components == 3) {
            // else some readers take three components for YCbCr
            byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
            out.segment(Marker.APP14, adobe);
        }
        var frame = new ByteArrayOutputStream();
        frame.write(precision);
        two(frame, format.rows());
        two(frame, format.columns());
        frame.write(components);
        for (int c = 1; c <= components; c++) frame.writeBytes(new byte[] {(byte) c, 0x11, 0});
        out.segment(Marker.SOF0 + 3, frame.toByteArray());
        var table = new ByteArrayOutputStream();
        table.write(0);
        table.writeBytes(code.table());
        out.segment(Marker.DHT, table.toByteArray());
        if (options.restartInterval() > 0) {
            var interval = new ByteArrayOutputStream();
            two(interval, options.restartInterval());
            out.segment(Marker.DRI, interval.toByteArray());
        }
        var scan = new ByteArrayOutputStream();
        scan.write(components);
        for (int c = 1; c <= components; c++) scan.writeBytes(new byte[] {(byte) c, 0});
        scan.write(options.selection());
        scan.write(0);
        scan.write(options.pointTransform());
        out.segment(Marker.SOS, scan.toByteArray());
    }

    private static void two(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    /// The differences of a line, those of a pixel together, each -32767 to 32768.
    private void differences(int y) {
        for (int c = 0; c < components; c++) {
            var done = lines[c];
            lines[c] = above[c];
            above[c] = done;
            read(y, c, lines[c]);
        }
        int columns = format.columns();
        int interval = options.restartInterval();
        for (int x = 0; x < columns; x++) {
            long pixel = (long) y * columns + x;
            long origin = interval == 0 ? 0 : pixel - pixel % interval;
            for (int c = 0; c < components; c++) {
                int predicted =
                        predicted(lines[c], above[c], x, pixel == origin, pixel - x <= origin);
                int d = (short) (lines[c][x] - predicted);
                differences[x * components + c] = d == -32_768 ? 32_768 : d;
            }
        }
    }

    /// @param first whether no sample came before (H.1.2.1)
    /// @param firstLine whether the line above is another restart interval's
    private int predicted(int[] line, int[] up, int x, boolean first, boolean firstLine) {
        if (first) return 1 << (precision - options.pointTransform() - 1);
        if (firstLine) return line[x - 1];
        if (x == 0) return up[0];
        int a = line[x - 1];
        int b = up[x];
        int c = up[x - 1];
        return switch (options.selection()) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + (b - c >> 1);
            case 6 -> b + (a - c >> 1);
            default -> a + b >> 1;
        };
    }

    private void read(int y, int component, int[] into) {
        int at = y * format.columns() * components + component;
        int shift = options.pointTransform();
        int mask = (1 << precision) - 1;
        switch (samples) {
            case Samples.Bytes b -> {
                for (int x = 0; x < into.length; x++)
                    into[x] = (b.values()[at + x * components] & mask) >> shift;
            }
            case Samples.Shorts s -> {
                for (int x = 0; x < into.length; x++)
                    into[x] = (s.values()[at + x * components] & mask) >> shift;
            }
            case Samples.Ints _, Samples.Longs _, Samples.Floats _, Samples.Doubles _ ->
                    throw new IllegalStateException("refused before");
        }
    }
}
