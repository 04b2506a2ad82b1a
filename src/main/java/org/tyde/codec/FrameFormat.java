package org.tyde.codec;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

/// The shape of one frame and of its cells (PS3.3 C.7.6.3, PS3.5 8.1.1).
///
/// @param rows 1 to 65535
/// @param columns 1 to 65535
/// @param samplesPerPixel 1 or 3
/// @param bitsAllocated 1 to 64; of IEEE values 32 or 64
/// @param bitsStored 1 to `bitsAllocated`
/// @param highBit the most significant stored bit, `bitsStored - 1` to `bitsAllocated - 1`
/// @param signed whether stored values are two's complement
/// @param floating IEEE values of 32 or 64 bits; `bitsStored`, `highBit` and `signed` then say nothing
/// @param photometric what the samples mean
/// @param planar colour by plane (each sample's plane after the other) instead of by pixel
public record FrameFormat(
        int rows,
        int columns,
        int samplesPerPixel,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        boolean signed,
        boolean floating,
        Photometric photometric,
        boolean planar) {
    private static final int WIDEST = 64;

    /// @throws IllegalArgumentException when a number is out of its range
    public FrameFormat {
        check(rows > 0 && rows <= 65_535, "rows", rows);
        check(columns > 0 && columns <= 65_535, "columns", columns);
        check(samplesPerPixel == 1 || samplesPerPixel == 3, "samples per pixel", samplesPerPixel);
        check(cell(bitsAllocated, floating), "bits allocated", bitsAllocated);
        check(bitsStored > 0 && bitsStored <= bitsAllocated, "bits stored", bitsStored);
        check(highBit >= bitsStored - 1 && highBit < bitsAllocated, "high bit", highBit);
    }

    private static boolean cell(int bits, boolean floating) {
        return floating ? bits == 32 || bits == WIDEST : bits >= 1 && bits <= WIDEST;
    }

    private static void check(boolean holds, String what, int value) {
        if (!holds) throw new IllegalArgumentException(what + " cannot be " + value);
    }

    /// @param dataSet of an image, with or without its pixels
    /// @return its format (PS3.3 C.7.6.3.1)
    /// @throws Refusal when an attribute is missing, malformed or impossible
    public static FrameFormat of(DataSet dataSet) throws Refusal {
        if (!dataSet.has(Tag.ROWS) && !dataSet.has(Tag.COLUMNS))
            throw new Refusal(CodecReason.NO_PIXELS);
        int allocated = required(dataSet, Tag.BITS_ALLOCATED);
        boolean floating =
                dataSet.has(Tag.FLOAT_PIXEL_DATA)
                        || dataSet.has(Tag.DOUBLE_FLOAT_PIXEL_DATA)
                        || allocated >= 32 && !dataSet.has(Tag.BITS_STORED);
        int stored = floating ? allocated : dataSet.integer(Tag.BITS_STORED).orElse(allocated);
        var photometric = photometric(dataSet);
        int samples = dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(photometric.samples());
        if (samples != photometric.samples()) throw impossible(Tag.SAMPLES_PER_PIXEL, samples);
        int rows = required(dataSet, Tag.ROWS);
        int columns = required(dataSet, Tag.COLUMNS);
        int high = floating ? stored - 1 : dataSet.integer(Tag.HIGH_BIT).orElse(stored - 1);
        if (rows < 1) throw impossible(Tag.ROWS, rows);
        if (columns < 1) throw impossible(Tag.COLUMNS, columns);
        if (!cell(allocated, floating)) throw impossible(Tag.BITS_ALLOCATED, allocated);
        if (stored < 1 || stored > allocated) throw impossible(Tag.BITS_STORED, stored);
        if (high < stored - 1 || high >= allocated) throw impossible(Tag.HIGH_BIT, high);
        return new FrameFormat(
                rows,
                columns,
                samples,
                allocated,
                stored,
                high,
                dataSet.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1,
                floating,
                photometric,
                dataSet.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1);
    }

    /// Without the attribute a pixel of one sample is taken as grey; `imaging` says so in the picture.
    private static Photometric photometric(DataSet dataSet) throws Refusal {
        var term = dataSet.text(Tag.PHOTOMETRIC_INTERPRETATION);
        if (term.isPresent()) return Photometric.of(term.get());
        if (dataSet.integer(Tag.SAMPLES_PER_PIXEL).orElse(1) == 1) return Photometric.MONOCHROME2;
        throw missing(Tag.PHOTOMETRIC_INTERPRETATION);
    }

    private static int required(DataSet dataSet, Tag tag) throws Refusal {
        var value = dataSet.integer(tag);
        if (value.isEmpty()) throw missing(tag);
        return value.getAsInt();
    }

    private static Refusal missing(Tag tag) {
        return new Refusal(CodecReason.MISSING_ATTRIBUTE, tag.keyword())
                .withPlace(tag.toString())
                .withRule("PS3.3 C.7.6.3");
    }

    private static Refusal impossible(Tag tag, int value) {
        return new Refusal(CodecReason.IMPOSSIBLE_FORMAT, tag.keyword(), value)
                .withPlace(tag.toString())
                .withRule("PS3.5 8.1.1");
    }

    /// @return a grey format of unsigned values that fill their cells from bit 0
    /// @param rows as of the record
    /// @param columns as of the record
    /// @param bitsAllocated as of the record
    /// @param bitsStored as of the record
    public static FrameFormat grey(int rows, int columns, int bitsAllocated, int bitsStored) {
        return new FrameFormat(
                rows,
                columns,
                1,
                bitsAllocated,
                bitsStored,
                bitsStored - 1,
                false,
                false,
                Photometric.MONOCHROME2,
                false);
    }

    /// @return a format of 8-bit RGB, by pixel
    /// @param rows as of the record
    /// @param columns as of the record
    public static FrameFormat rgb(int rows, int columns) {
        return new FrameFormat(rows, columns, 3, 8, 8, 7, false, false, Photometric.RGB, false);
    }

    /// @return pixels of a frame
    public long pixels() {
        return (long) rows * columns;
    }

    /// @return samples of a frame, all colours
    public long samples() {
        return pixels() * samplesPerPixel;
    }

    /// @return bits of one uncompressed frame; frames follow each other without padding (PS3.5 8.2)
    public long nativeBits() {
        long perPixel =
                photometric == Photometric.YBR_FULL_422
                        ? 2L * bitsAllocated
                        : (long) samplesPerPixel * bitsAllocated;
        return pixels() * perPixel;
    }

    /// @return bytes of one sample in the canonical form of `tyde frames`: 1, 2, 4 or 8
    public int bytesPerSample() {
        return bitsAllocated <= 8 ? 1 : bitsAllocated <= 16 ? 2 : bitsAllocated <= 32 ? 4 : 8;
    }

    /// @return the least stored value the cells can hold
    public long least() {
        return signed ? -(1L << (bitsStored - 1)) : 0;
    }

    /// @return the greatest stored value the cells can hold; of 64 unsigned bits the greatest `long`
    public long greatest() {
        if (bitsStored == WIDEST) return Long.MAX_VALUE;
        return signed ? (1L << (bitsStored - 1)) - 1 : (1L << bitsStored) - 1;
    }

    /// @param next what the samples mean after a decoder converted them
    /// @return the same shape by pixel
    public FrameFormat with(Photometric next) {
        return new FrameFormat(
                rows,
                columns,
                next.samples(),
                bitsAllocated,
                bitsStored,
                highBit,
                signed,
                floating,
                next,
                false);
    }

    /// @param next whether stored values are two's complement
    /// @return the same shape and cells
    public FrameFormat signed(boolean next) {
        return new FrameFormat(
                rows,
                columns,
                samplesPerPixel,
                bitsAllocated,
                bitsStored,
                highBit,
                next,
                floating,
                photometric,
                planar);
    }

    /// @param newRows of the other frame
    /// @param newColumns of the other frame
    /// @return the same cells in another size
    public FrameFormat sized(int newRows, int newColumns) {
        return new FrameFormat(
                newRows,
                newColumns,
                samplesPerPixel,
                bitsAllocated,
                bitsStored,
                highBit,
                signed,
                floating,
                photometric,
                planar);
    }
}
