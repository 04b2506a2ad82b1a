package org.tyde.imaging;

import org.jspecify.annotations.Nullable;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.Fidelity;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.Palette;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// One decoded frame: stored values in rows and columns. It never hands out its array: callers copy rows,
/// read lines or ask for values. Immutable and thread-safe; its pyramid is built once, when first asked for.
///
/// Columns and rows are zero-based from the upper left corner; rows grow downwards.
public final class Frame {
    private final Samples samples;
    private final FrameFormat format;
    private final PixelMeaning meaning;
    private final int level;
    private final int fullRows;
    private final int fullColumns;
    private final Optional<PixelCells> cells;
    private final Fidelity fidelity;
    private final int there;
    private @Nullable ValueRange range;
    private @Nullable Frame half;
    private byte @Nullable [] managed;
    private @Nullable Coloured coloured;

    private record Coloured(GrayscalePipeline pipeline, Frame frame) {}

    Frame(
            Samples samples,
            PixelMeaning meaning,
            int level,
            int fullRows,
            int fullColumns,
            Fidelity fidelity) {
        this(samples, meaning, level, fullRows, fullColumns, fidelity, Optional.empty());
    }

    private Frame(
            Samples samples,
            PixelMeaning meaning,
            int level,
            int fullRows,
            int fullColumns,
            Fidelity fidelity,
            Optional<PixelCells> cells) {
        this.cells = cells;
        this.samples = samples;
        this.format = samples.format();
        this.meaning = meaning;
        this.level = level;
        this.fullRows = fullRows;
        this.fullColumns = fullColumns;
        this.fidelity = fidelity;
        this.there =
                switch (fidelity) {
                    case Fidelity.Whole _ -> format.rows();
                    case Fidelity.Partial part -> (part.rows() + (1 << level) - 1) >> level;
                };
    }

    /// @param samples given away
    /// @return a frame without padding or palette
    public static Frame of(Samples samples) {
        return of(samples, Optional.empty(), Optional.empty());
    }

    /// @param samples given away
    /// @param padding values that are no picture
    /// @param palette for PALETTE COLOR
    /// @return the frame at full size
    public static Frame of(
            Samples samples, Optional<PixelPadding> padding, Optional<Palette> palette) {
        return of(samples, new PixelMeaning(padding, palette, Optional.empty(), Optional.empty()));
    }

    /// @param samples given away
    /// @param meaning of the values
    /// @return the frame at full size
    public static Frame of(Samples samples, PixelMeaning meaning) {
        var format = samples.format();
        return new Frame(samples, meaning, 0, format.rows(), format.columns(), samples.fidelity());
    }

    /// @param encoded as stored
    /// @param header of its image
    /// @param codecs to decode it
    /// @param job asked now and then whether to stop
    /// @return the frame at full size, as much of it as there is, with its cells where the header says that
    ///     overlays lie in them
    /// @throws IOException when it cannot be read or decoded, or its colours cannot be known
    public static Frame decoded(
            EncodedFrame encoded, ImageHeader header, CodecRegistry codecs, JobContext job)
            throws IOException {
        var samples = codecs.decodeAvailable(encoded, header.format(), 0, job);
        var format = samples.format();
        header.meaning().check(format.photometric());
        var frame =
                new Frame(
                        samples,
                        header.meaning(),
                        0,
                        format.rows(),
                        format.columns(),
                        samples.fidelity(),
                        PixelCells.of(encoded, header, codecs, job));
        var _ = frame.managed(); // here, on the job that decodes, not when it is first drawn
        return frame;
    }

    /// @return the format of these values, which may differ from the header's after decoding
    public FrameFormat format() {
        return format;
    }

    /// @return rows at this level
    public int rows() {
        return format.rows();
    }

    /// @return columns at this level
    public int columns() {
        return format.columns();
    }

    /// @return how much of the frame could be decoded; its rows are those at full size
    public Fidelity fidelity() {
        return fidelity;
    }

    /// @param locale the reader's language
    /// @return what of the frame could not be decoded, and why; empty where it is whole
    public Optional<String> incomplete(Locale locale) {
        return switch (fidelity) {
            case Fidelity.Whole _ -> Optional.empty();
            case Fidelity.Partial part -> Optional.of(part.sentence(locale));
        };
    }

    /// @return whether its values are only near those that were encoded, so that none may be measured
    public boolean coarse() {
        return fidelity instanceof Fidelity.Partial part && part.coarse();
    }

    /// @return how many rows of this level, from the top, are part of the picture: fewer than there are
    ///     where the frame was cut off. The values of the others are not numbers (as whole numbers 0), they
    ///     are drawn black and left out of minimum, maximum and averages, as padding is
    public int rowsThere() {
        return there;
    }

    /// @return samples of a pixel, 1 or 3
    public int samples() {
        return format.samplesPerPixel();
    }

    /// @return whether a window may be applied
    public boolean grey() {
        return format.photometric().grey();
    }

    /// @return 0 at full size; each further level has half the rows and columns
    public int level() {
        return level;
    }

    /// @return rows at full size
    public int fullRows() {
        return fullRows;
    }

    /// @return columns at full size
    public int fullColumns() {
        return fullColumns;
    }

    /// @return values that are no picture
    public Optional<PixelPadding> padding() {
        return meaning.padding();
    }

    /// @return the same values, all of them picture
    public Frame withoutPadding() {
        return padding().isEmpty()
                ? this
                : new Frame(
                        samples,
                        meaning.withoutPadding(),
                        level,
                        fullRows,
                        fullColumns,
                        fidelity,
                        cells);
    }

    /// @return bytes it takes in memory, with what its pyramid takes or will take
    public long bytes() {
        return samples.bytes()
                + samples.bytes() / 3
                + 64
                + managedBytes()
                + cells.map(c -> c.whole().bytes()).orElse(0L);
    }

    private long managedBytes() {
        return meaning.profile().isPresent() ? 4 * format.pixels() : 0;
    }

    /// @param row from 0
    /// @param into stored values, the samples of a pixel together; at least columns x samples long. IEEE
    ///     values are cut to whole numbers, unsigned 32-bit values come as two's complement
    public void copyRow(int row, int[] into) {
        int n = columns() * samples();
        int from = Math.multiplyExact(Objects.checkIndex(row, rows()), n);
        switch (samples) {
            case Samples.Bytes b -> {
                var v = b.values();
                int mask = format.signed() ? -1 : 0xFF;
                for (int i = 0; i < n; i++) into[i] = v[from + i] & mask;
            }
            case Samples.Shorts s -> {
                var v = s.values();
                int mask = format.signed() ? -1 : 0xFFFF;
                for (int i = 0; i < n; i++) into[i] = v[from + i] & mask;
            }
            case Samples.Ints s -> System.arraycopy(s.values(), from, into, 0, n);
            case Samples.Longs s -> {
                for (int i = 0; i < n; i++) into[i] = (int) s.values()[from + i];
            }
            case Samples.Floats f -> {
                for (int i = 0; i < n; i++) into[i] = (int) f.values()[from + i];
            }
            case Samples.Doubles d -> {
                for (int i = 0; i < n; i++) into[i] = (int) d.values()[from + i];
            }
        }
    }

    /// @param row from 0
    /// @param into stored values, the samples of a pixel together; at least columns x samples long
    public void copyRow(int row, double[] into) {
        int n = columns() * samples();
        int from = Math.multiplyExact(Objects.checkIndex(row, rows()), n);
        for (int i = 0; i < n; i++) into[i] = at(from + i);
    }

    /// @param zero the value that becomes `offset`
    /// @param scale of the step from one value to the next
    /// @param offset added
    /// @return its rows as floats, for a frame of one sample a pixel
    public ValueLines rowLines(double zero, double scale, double offset) {
        return new ValueLines(this, false, zero, scale, offset);
    }

    /// @param zero the value that becomes `offset`
    /// @param scale of the step from one value to the next
    /// @param offset added
    /// @return its columns as floats, for a frame of one sample a pixel
    public ValueLines columnLines(double zero, double scale, double offset) {
        return new ValueLines(this, true, zero, scale, offset);
    }

    /// @return a reader of its rows as colours, for one thread
    public Colours colours() {
        return new Colours(this);
    }

    /// @param pipeline of the values that are grey
    /// @return the colours of a frame that is [#mixed()], made once for a pipeline
    public synchronized Frame coloured(GrayscalePipeline pipeline) {
        var known = coloured;
        if (known != null && known.pipeline.equals(pipeline)) return known.frame;
        var made = MixedColours.of(this, pipeline);
        coloured = new Coloured(pipeline, made);
        return made;
    }

    /// @param column from 0
    /// @param row from 0
    /// @param sample from 0
    /// @return the stored value
    public int value(int column, int row, int sample) {
        return (int) (long) decimal(column, row, sample);
    }

    /// @param column from 0
    /// @param row from 0
    /// @param sample from 0
    /// @return the stored value, exactly also for 32-bit and IEEE values
    public double decimal(int column, int row, int sample) {
        Objects.checkIndex(column, columns());
        Objects.checkIndex(row, rows());
        Objects.checkIndex(sample, samples());
        return at((row * columns() + column) * samples() + sample);
    }

    /// @param stored a stored value
    /// @return whether it is padding (or not a finite number)
    public boolean isPadding(double stored) {
        return !Double.isFinite(stored)
                || padding().isPresent() && padding().get().contains(stored);
    }

    /// @param stored a stored value
    /// @return whether it is a grey of the picture, to be measured and averaged: neither padding nor a colour
    ///     of a supplemental palette
    public boolean counts(double stored) {
        return !isPadding(stored) && !meaning.coloured(stored);
    }

    /// @return least and greatest stored value of the first sample, padding and colours left out
    public synchronized ValueRange range() {
        var known = range;
        if (known != null) return known;
        var found = FrameRange.of(this);
        range = found;
        return found;
    }

    /// @param modality applied to each value
    /// @return least and greatest value after it, padding left out
    public ValueRange rangeThrough(ModalityLut modality) {
        if (modality.table().isPresent() || modality.equals(ModalityLut.IDENTITY))
            return FrameRange.through(this, modality);
        double a = modality.apply(range().least());
        double b = modality.apply(range().greatest());
        return ValueRange.of(Math.min(a, b), Math.max(a, b));
    }

    /// @param wanted 0 is this frame when it is at full size
    /// @return the frame at that level, or at the last level that has more than one pixel; this frame when
    ///     it is already smaller
    public Frame atLevel(int wanted) {
        var frame = this;
        while (frame.level < wanted && !mixed() && frame.rows() > 1 && frame.columns() > 1)
            frame = frame.halved();
        return frame;
    }

    /// @param wanted as of [#atLevel(int)]
    /// @return whether it is there already, so that nothing needs to be computed
    public boolean hasLevel(int wanted) {
        if (level >= wanted || mixed() || rows() == 1 || columns() == 1) return true;
        Frame next;
        synchronized (this) {
            next = half;
        }
        return next != null && next.hasLevel(wanted);
    }

    /// @param wanted as of [#atLevel(int)]
    /// @return the nearest level that is there already, at most as coarse as that
    public Frame readyLevel(int wanted) {
        var frame = this;
        while (frame.level < wanted) {
            Frame next;
            synchronized (frame) {
                next = frame.half;
            }
            if (next == null) return frame;
            frame = next;
        }
        return frame;
    }

    private synchronized Frame halved() {
        if (half == null) half = Pyramid.half(this);
        return half;
    }

    /// @return whether all bits of the pixels' cells are at hand, for overlays among them
    public boolean hasCells() {
        return cells.isPresent();
    }

    /// @param column from 0
    /// @param row from 0
    /// @return all bits of that cell; 0 where they are not at hand
    public int cell(int column, int row) {
        return cells.map(c -> c.at(column, row)).orElse(0);
    }

    PixelMeaning meaning() {
        return meaning;
    }

    /// @return whether some values are grey and some are colours of a supplemental palette
    public boolean mixed() {
        return meaning.supplemental().isPresent();
    }

    /// Every pixel through the ICC profile, once; nothing where there is none.
    synchronized byte[] managed() {
        var known = managed;
        if (known != null) return known;
        var made = meaning.profile().map(p -> p.managed(this)).orElseGet(() -> new byte[0]);
        managed = made;
        return made;
    }

    Samples stored() {
        return samples;
    }

    double at(int index) {
        if (index >= there * columns() * samples()) return Double.NaN;
        return switch (samples) {
            case Samples.Bytes b ->
                    format.signed() ? b.values()[index] : Byte.toUnsignedInt(b.values()[index]);
            case Samples.Shorts s ->
                    format.signed() ? s.values()[index] : Short.toUnsignedInt(s.values()[index]);
            case Samples.Ints s ->
                    format.signed() ? s.values()[index] : Integer.toUnsignedLong(s.values()[index]);
            case Samples.Longs s -> s.values()[index];
            case Samples.Floats f -> f.values()[index];
            case Samples.Doubles d -> d.values()[index];
        };
    }
}
