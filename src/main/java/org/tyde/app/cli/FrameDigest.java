package org.tyde.app.cli;

import org.tyde.codec.CodecRegistry;
import org.tyde.codec.Fidelity;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.StoredBytes;
import org.tyde.imaging.Frame;
import org.tyde.imaging.InstanceFrames;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.DoubleStream;

/// The stored values of one frame as `tyde frames` writes them, and what can be said of them in a line.
final class FrameDigest {
    private static final int GRID = 4;
    private final byte[] bytes;
    private final Frame frame;

    private FrameDigest(byte[] bytes, Frame frame) {
        this.bytes = bytes;
        this.frame = frame;
    }

    /// @return canonical: little endian, samples interleaved; raw for uncompressed YBR_FULL_422
    /// @throws Refusal where only a part of the frame is there
    byte[] bytes() throws Refusal {
        return switch (frame.fidelity()) {
            case Fidelity.Whole _ -> bytes;
            case Fidelity.Partial part -> throw part.why();
        };
    }

    static FrameDigest of(InstanceFrames image, int frame, CodecRegistry codecs)
            throws Refusal, IOException {
        var encoded = image.encoded(frame);
        var format = image.header().format();
        var samples = codecs.decodeAvailable(encoded, format, 0, JobContext.NONE);
        boolean raw =
                format.photometric() == Photometric.YBR_FULL_422
                        && !encoded.syntax().encapsulated();
        return new FrameDigest(raw ? encoded.bytes() : StoredBytes.of(samples), Frame.of(samples));
    }

    /// Those of the rows that are there: fewer than those of a whole frame, so that none is taken for one.
    ///
    /// @return as of [#bytes()]
    /// @throws Refusal where not only rows but detail is missing: such values are not the stored ones
    byte[] bytesThere() throws Refusal {
        return switch (frame.fidelity()) {
            case Fidelity.Whole _ -> bytes;
            case Fidelity.Partial part when part.coarse() -> throw part.why();
            case Fidelity.Partial part ->
                    Arrays.copyOf(bytes, bytes.length / part.of() * part.rows());
        };
    }

    /// @param locale of the sentence
    /// @return what of the frame is not there; then no digest of it may be given
    Optional<String> incomplete(Locale locale) {
        return frame.incomplete(locale);
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Minimum, maximum and mean of each channel and the means of 4 x 4 blocks, each joined by semicolons.
    Statistics statistics() {
        int channels = frame.samples();
        var least = new double[channels];
        var greatest = new double[channels];
        var sum = new double[channels];
        var blocks = new double[channels * GRID * GRID];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        var row = new double[frame.columns() * channels];
        for (int r = 0; r < frame.rows(); r++) {
            frame.copyRow(r, row);
            int band = band(r, frame.rows());
            for (int i = 0; i < row.length; i++) {
                int c = i % channels;
                least[c] = Math.min(least[c], row[i]);
                greatest[c] = Math.max(greatest[c], row[i]);
                sum[c] += row[i];
                int block = band * GRID + band(i / channels, frame.columns());
                blocks[c * GRID * GRID + block] += row[i];
            }
        }
        double pixels = (double) frame.rows() * frame.columns();
        for (int b = 0; b < blocks.length; b++) {
            int block = b % (GRID * GRID);
            blocks[b] /=
                    (double) size(block / GRID, frame.rows()) * size(block % GRID, frame.columns());
        }
        return new Statistics(
                joined(least),
                joined(greatest),
                joined(DoubleStream.of(sum).map(s -> s / pixels).toArray()),
                joined(blocks));
    }

    /// Block k spans `k * size / 4` to `(k + 1) * size / 4`, rounded down.
    private static int band(int at, int size) {
        for (int k = GRID - 1; k > 0; k--) if (at >= k * size / GRID) return k;
        return 0;
    }

    private static int size(int k, int size) {
        return (k + 1) * size / GRID - k * size / GRID;
    }

    private static String joined(double[] values) {
        var all = new StringJoiner(";");
        for (double v : values) all.add(plain(v));
        return all.toString();
    }

    private static String plain(double value) {
        if (!Double.isFinite(value)) return "nan";
        var rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    FrameFormat format() {
        return frame.format();
    }

    /// Each joined by semicolons, channel after channel.
    record Statistics(String min, String max, String mean, String grid4x4) {}
}
