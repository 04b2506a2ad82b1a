package org.tyde.codec.jpegls;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;

/// Makes JPEG-LS frames without loss (PS3.5 8.2.3, ITU-T T.87): grey, palette indices and colour of 2 to 16
/// stored bits, colour interleaved by line. Signed values go by their bit pattern, which is what the
/// header's Pixel Representation is for.
public final class JpegLsEncoder {
    /// No mapping table, no point transform, ILV of one component.
    private static final int NONE = 0;

    private static final int BY_LINE = 1;

    private JpegLsEncoder() {}

    /// @param frame stored values
    /// @param job asked now and then whether to stop
    /// @return the codestream, without padding to an even length
    /// @throws Refusal [JpegLsReason#NOT_ENCODED] for other pixels
    public static byte[] encode(Samples frame, JobContext job) throws Refusal {
        var format = frame.format();
        int precision = format.bitsStored();
        if (format.floating() || precision < 2 || precision > 16 || format.bitsAllocated() > 16)
            throw new Refusal(JpegLsReason.NOT_ENCODED, precision, format.samplesPerPixel());
        var out = new ByteArrayOutputStream();
        header(out, format, precision);
        out.writeBytes(scan(frame, precision, job));
        two(out, Segment.EOI);
        return out.toByteArray();
    }

    private static void header(ByteArrayOutputStream out, FrameFormat format, int precision)
            throws Refusal {
        int components = format.samplesPerPixel();
        two(out, Segment.SOI);
        two(out, Segment.SOF55);
        two(out, 8 + 3 * components);
        out.write(precision);
        two(out, format.rows());
        two(out, format.columns());
        out.write(components);
        for (int c = 1; c <= components; c++) {
            out.write(c);
            out.write(0x11);
            out.write(NONE);
        }
        // readers have disagreed about the default thresholds above 12 bits: there they are written
        // out
        if (precision > 12) preset(out, precision);
        two(out, Segment.SOS);
        two(out, 6 + 2 * components);
        out.write(components);
        for (int c = 1; c <= components; c++) {
            out.write(c);
            out.write(NONE);
        }
        out.write(0);
        out.write(components == 1 ? NONE : BY_LINE);
        out.write(NONE);
    }

    private static void preset(ByteArrayOutputStream out, int precision) throws Refusal {
        var usual = CodingParameters.of(precision, 0, CodingParameters.Preset.NONE);
        two(out, Segment.LSE);
        two(out, 13);
        out.write(1);
        two(out, usual.maxval());
        two(out, usual.t1());
        two(out, usual.t2());
        two(out, usual.t3());
        two(out, usual.reset());
    }

    private static void two(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private static byte[] scan(Samples frame, int precision, JobContext job) throws Refusal {
        var format = frame.format();
        int components = format.samplesPerPixel();
        int columns = format.columns();
        var parameters = CodingParameters.of(precision, 0, CodingParameters.Preset.NONE);
        var bits = new BitWriter();
        var encoder = new ScanEncoder(parameters, bits, components);
        var up = new int[components][columns + 2];
        var now = new int[components][columns + 2];
        for (int row = 0; row < format.rows(); row++) {
            if (row % 64 == 0) job.checkpoint();
            for (int c = 0; c < components; c++) {
                int first = row * columns * components + c;
                for (int i = 0; i < columns; i++)
                    now[c][i + 1] = value(frame, first + i * components) & parameters.maxval();
                encoder.line(up[c], now[c], columns, c);
            }
            var last = up;
            up = now;
            now = last;
        }
        return bits.finish();
    }

    private static int value(Samples frame, int index) {
        return switch (frame) {
            case Samples.Bytes b -> b.values()[index];
            case Samples.Shorts s -> s.values()[index];
            case Samples.Ints i -> i.values()[index];
            case Samples.Longs _, Samples.Floats _, Samples.Doubles _ ->
                    throw new IllegalStateException("refused before");
        };
    }
}
