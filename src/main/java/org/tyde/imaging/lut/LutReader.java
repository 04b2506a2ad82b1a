package org.tyde.imaging.lut;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Reads lookup tables (PS3.3 C.11.1.1, C.7.6.3.1.5, C.7.9.2). What is not a table as the standard has it
/// is empty, never mended.
public final class LutReader {
    private LutReader() {}

    /// @param item holds LUT Descriptor (0028,3002) and LUT Data (0028,3006)
    /// @param signed whether the input is signed
    /// @param said takes [NotApplied#LUT_LENGTH] where there are more entries than the descriptor says
    /// @return the table; empty where it is none as the standard has it
    /// @throws IOException where its data cannot be read
    public static Optional<Lut> of(DataSet item, boolean signed, Set<NotApplied> said)
            throws IOException {
        return of(item, Tag.LUT_DESCRIPTOR, Tag.LUT_DATA, signed, said);
    }

    /// @param dataSet with a palette (0028,1101) to (0028,1203) or segmented (0028,1221) to (0028,1223)
    /// @param signed whether stored values are
    /// @param said as of a table
    /// @return the palette, empty where a channel has none
    /// @throws IOException where a table cannot be read
    public static Optional<Palette> palette(DataSet dataSet, boolean signed, Set<NotApplied> said)
            throws IOException {
        var red =
                colour(
                        dataSet,
                        Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        signed,
                        said);
        var green =
                colour(
                        dataSet,
                        Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        signed,
                        said);
        var blue =
                colour(
                        dataSet,
                        Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        signed,
                        said);
        if (red.isEmpty() || green.isEmpty() || blue.isEmpty()) return Optional.empty();
        return Optional.of(new Palette(red.get(), green.get(), blue.get()));
    }

    private static Optional<Lut> colour(
            DataSet dataSet,
            Tag descriptor,
            Tag data,
            Tag segmented,
            boolean signed,
            Set<NotApplied> said)
            throws IOException {
        if (dataSet.has(data)) return of(dataSet, descriptor, data, signed, said);
        var shape = Shape.of(dataSet.element(descriptor), signed);
        var bytes = bytes(dataSet.element(segmented));
        if (shape.isEmpty() || bytes.length == 0) return Optional.empty();
        var s = shape.get();
        var wide = SegmentedLut.expand(words(bytes), s.entries);
        if (wide.isPresent() || s.bits > 8)
            return wide.flatMap(entries -> lut(s.first, s.bits, entries));
        // entries of 8 bits: opcodes and lengths are bytes too, where words make no table
        var units = new int[bytes.length];
        for (int i = 0; i < units.length; i++) units[i] = bytes[i] & 0xFF;
        return SegmentedLut.expandBytes(units, s.entries)
                .flatMap(entries -> lut(s.first, s.bits, entries));
    }

    private static Optional<Lut> of(
            DataSet item, Tag descriptor, Tag data, boolean signed, Set<NotApplied> said)
            throws IOException {
        var shape = Shape.of(item.element(descriptor), signed);
        if (shape.isEmpty()) return Optional.empty();
        var s = shape.get();
        var bytes = bytes(item.element(data));
        boolean packed = s.bits <= 8 && bytes.length < 2 * s.entries;
        int length = packed ? s.entries : 2 * s.entries;
        if (bytes.length < length) return Optional.empty();
        // a value has an even length (PS3.5 7.1.1)
        if (bytes.length > length + length % 2) said.add(NotApplied.LUT_LENGTH);
        var entries = new int[s.entries];
        for (int i = 0; i < entries.length; i++)
            entries[i] = packed ? bytes[i] & 0xFF : word(bytes, 2 * i);
        return lut(s.first, s.bits, entries);
    }

    private static Optional<Lut> lut(int first, int bits, int[] entries) {
        int greatest = 0;
        for (int entry : entries) greatest = Math.max(greatest, entry);
        if (greatest >= 1 << bits) return Optional.empty();
        return Optional.of(new Lut(first, bits, entries));
    }

    private record Shape(int entries, int first, int bits) {
        static Optional<Shape> of(Optional<Element> descriptor, boolean signed) throws IOException {
            var bytes = bytes(descriptor);
            if (bytes.length < 6) return Optional.empty();
            int entries = word(bytes, 0);
            int bits = word(bytes, 4);
            if (bits < 8 || bits > 16) return Optional.empty();
            boolean negative = signed || descriptor.isPresent() && descriptor.get().vr() == Vr.SS;
            int first = negative ? (short) word(bytes, 2) : word(bytes, 2);
            return Optional.of(new Shape(entries == 0 ? 65_536 : entries, first, bits));
        }
    }

    /// @param bytes of US or SS values, little endian
    /// @param at of the first of the two
    /// @return 0 to 65535
    public static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    private static int[] words(byte[] bytes) {
        var words = new int[bytes.length / 2];
        for (int i = 0; i < words.length; i++) words[i] = word(bytes, 2 * i);
        return words;
    }

    public static byte[] bytes(Optional<Element> element) throws IOException {
        if (element.isEmpty()) return new byte[0];
        return switch (element.get().value()) {
            case Value.Bytes(var data) -> data.all();
            case Value.Bulk(var data) -> data.length() > 1 << 20 ? new byte[0] : data.all();
            case Value.Items _, Value.Fragments _ -> new byte[0];
        };
    }
}
