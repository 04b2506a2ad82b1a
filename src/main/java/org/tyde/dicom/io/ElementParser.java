package org.tyde.dicom.io;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.Assembly;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Elements, sequences and fragments from bytes (PS3.5 7). Values are not decoded: what is gathered
/// is where they lie.
final class ElementParser {
    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_END = 0xFFFEE00D;
    private static final int SEQUENCE_END = 0xFFFEE0DD;
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int MOST_WARNINGS = 100;

    private final Window window;
    private final ReaderLimits limits;
    private final List<Warning> warnings;
    private final List<Long> directoryRecords;
    private final long[] path; // tag and item number of each level
    private int levels;
    private boolean undeclaredText;
    private final Deque<Assembly> spare = new ArrayDeque<>();
    private boolean explicit;
    private boolean bigEndian;
    private long position;
    private int elements;
    private int bitsAllocated;
    private boolean pixelsBigEndian;

    // the element whose header was read last
    private int tag;
    private Vr vr = Vr.UN;
    private long length;

    ElementParser(
            Window window,
            long start,
            boolean explicit,
            boolean bigEndian,
            ReaderLimits limits,
            List<Warning> warnings,
            List<Long> directoryRecords) {
        this.window = window;
        this.position = start;
        this.explicit = explicit;
        this.bigEndian = bigEndian;
        this.limits = limits;
        this.path = new long[limits.depth()];
        this.warnings = warnings;
        this.directoryRecords = directoryRecords;
    }

    /// One level of data set under construction.
    private final class Level {
        final Assembly assembly = spare.isEmpty() ? new Assembly() : spare.removeLast();
        final int generation = window.generation();
        final long base = window.base(generation);
        SpecificCharacterSet characterSet;
        boolean signed;

        Level(SpecificCharacterSet inherited, boolean signed) {
            this.characterSet = inherited;
            this.signed = signed;
        }

        boolean undeclared() {
            return characterSet.names().isEmpty();
        }

        DataSet finish(long start) {
            if (!assembly.sorted()) warn(Warning.Kind.UNSORTED, start);
            var set = assembly.over(window.array(generation), base, characterSet);
            assembly.clear();
            spare.addLast(assembly);
            return set;
        }
    }

    /// Words of the pixel data are big endian though all else is little endian, as in GE's private
    /// syntax.
    void pixelsBigEndian() {
        pixelsBigEndian = true;
    }

    long position() {
        return position;
    }

    /// Group 0002 from here on.
    DataSet metaInformation() throws IOException {
        var level = new Level(SpecificCharacterSet.UNDECLARED, false);
        long start = position;
        long announced = -1;
        while (position + 8 <= window.size()) {
            var head = window.peek(position);
            if (head[0] != 2 || head[1] != 0) break;
            header(window.size());
            if (tag == 0x00020000 && length == 4 && window.size() - position >= 4) {
                int i = window.need(position, 4);
                announced = position + 4 + (int32(window.bytes(), i) & 0xFFFFFFFFL);
            }
            value(level, window.size(), 0);
        }
        if (announced != position) warn(Warning.Kind.META_LENGTH, start);
        return level.finish(start);
    }

    /// The data set from here to the end of the file, or to the pixel data.
    DataSet dataSet(SpecificCharacterSet inherited, boolean headerOnly) throws IOException {
        var level = new Level(inherited, false);
        long start = position;
        long end = window.size();
        while (position < end) {
            if (end - position < 8) {
                warn(Warning.Kind.TRAILING_BYTES, position);
                break;
            }
            if (headerOnly && beforePixels()) break;
            header(end);
            if (tag == ITEM_END || tag == SEQUENCE_END) {
                warn(Warning.Kind.STRAY_DELIMITER, position - 8);
                continue;
            }
            value(level, end, 0);
        }
        return level.finish(start);
    }

    private boolean beforePixels() throws IOException {
        int next = nextTag();
        return next == PIXEL_DATA || next == 0x7FE00008 || next == 0x7FE00009;
    }

    /// Reads tag, representation and length; [#position] is then that of the value.
    private void header(long end) throws IOException {
        int i = window.need(position, 8);
        var bytes = window.bytes();
        long start = position;
        tag = tagAt(bytes, i);
        if (tag >>> 16 == 0xFFFE) {
            vr = Vr.UN;
            length = int32(bytes, i + 4) & 0xFFFFFFFFL;
            position += 8;
            if (tag == ITEM || tag != ITEM_END && tag != SEQUENCE_END)
                throw refuse(DicomReason.NOT_AN_ELEMENT, start, new Tag(tag)).withRule("PS3.5 7.5");
            return;
        }
        if (++elements > limits.elements())
            throw refuse(DicomReason.TOO_MANY_ELEMENTS, start, limits.elements());
        if (!explicit) {
            vr = Vr.UN; // chosen by the level, which knows the sign of its pixels
            length = int32(bytes, i + 4) & 0xFFFFFFFFL;
            position += 8;
            return;
        }
        var named = Vr.of(bytes[i + 4], bytes[i + 5]);
        boolean longForm = named.isPresent() ? named.get().longForm() : isUpper(bytes, i + 4);
        vr = named.orElse(Vr.UN);
        if (named.isEmpty()) warn(Warning.Kind.UNKNOWN_VR, start);
        if (!longForm) {
            length = int16(bytes, i + 6);
            position += 8;
            return;
        }
        if (end - position < 12)
            throw refuse(DicomReason.TRUNCATED, start, 12 - (end - position))
                    .withRule("PS3.5 7.1.2");
        i = window.need(position, 12);
        length = int32(window.bytes(), i + 8) & 0xFFFFFFFFL;
        position += 12;
    }

    private static boolean isUpper(byte[] bytes, int i) {
        return bytes[i] >= 'A' && bytes[i] <= 'Z' && bytes[i + 1] >= 'A' && bytes[i + 1] <= 'Z';
    }

    private void value(Level level, long end, int depth) throws IOException {
        if (!explicit) vr = implicitVr(level);
        if (length == UNDEFINED) {
            undefinedLength(level, end, depth);
            return;
        }
        if (length > end - position) throw tooLong(end);
        if ((length & 1) != 0) warn(Warning.Kind.ODD_LENGTH, position);
        if (vr == Vr.SQ) {
            int of = tag;
            var items = sequence(level, position + length, false, depth);
            level.assembly.add(of, Vr.SQ, items);
            return;
        }
        if (vr == Vr.UN && length >= 8 && unknownSequence(level, depth)) return;
        int wordSize = bigEndian || pixelsBigEndian && isPixels(tag) ? unit() : 1;
        if (vr.kind() == Vr.Kind.BYTES && (isPixels(tag) || length > limits.keepInFile())) {
            var bulk = window.origin().bulk(position, length);
            level.assembly.add(
                    tag, vr, new Value.Bulk(wordSize > 1 ? new SwappedBulk(bulk, wordSize) : bulk));
            position += length;
            return;
        }
        int size = inMemory();
        int i = window.need(position, size);
        if (wordSize > 1) SwappedBulk.swap(window.bytes(), i, size, wordSize);
        if (window.generation() == level.generation) level.assembly.add(tag, vr, i, size);
        else level.assembly.add(tag, vr, new Value.Bytes(copied(i, size)));
        note(level, i, size);
        if (!undeclaredText && vr.usesCharacterSet() && level.undeclared()) seek(i, size);
        position += length;
    }

    private Vr implicitVr(Level level) {
        return Dictionary.standard().implicitVr(tag, level.signed);
    }

    private int inMemory() throws DicomFormatException {
        if (length > limits.inMemory() || length > Integer.MAX_VALUE - 16)
            throw refuse(DicomReason.TOO_LARGE_IN_MEMORY, position, limits.inMemory());
        return (int) length;
    }

    private BulkData copied(int i, int size) {
        return BulkData.over(Arrays.copyOfRange(window.bytes(), i, i + size), 0, size);
    }

    /// Bytes that belong together as one number; of pixels in words of 16 bits the whole cell.
    private int unit() {
        boolean wideCells = isPixels(tag) && vr == Vr.OW && bitsAllocated > 16;
        return wideCells ? bitsAllocated / 8 : vr.unit();
    }

    private static boolean isPixels(int tag) {
        return tag == PIXEL_DATA || tag == 0x7FE00008 || tag == 0x7FE00009;
    }

    /// What later elements of this level are read by.
    private void note(Level level, int i, int size) {
        if (tag == 0x00080005 && size > 0) {
            var names = new String(window.bytes(), i, size, StandardCharsets.ISO_8859_1);
            var terms = Arrays.stream(names.split("\\\\", -1)).map(String::strip).toList();
            level.characterSet = SpecificCharacterSet.of(terms);
            if (level.characterSet.unknown().isPresent())
                warn(Warning.Kind.UNKNOWN_CHARACTER_SET, position);
        } else if (tag == 0x00280103 && size == 2) level.signed = window.bytes()[i] == 1;
        else if (tag == 0x00280100 && size == 2)
            bitsAllocated = window.bytes()[i] & 0xFF; // little endian by now
    }

    private void seek(int i, int size) {
        var bytes = window.bytes();
        for (int at = i; at < i + size; at++) {
            if (bytes[at] >= 0) continue;
            undeclaredText = true;
            warn(Warning.Kind.UNDECLARED_TEXT, position);
            return;
        }
    }

    private DicomFormatException tooLong(long end) {
        long left = end - position;
        if (end == window.size())
            return refuse(
                            isPixels(tag)
                                    ? DicomReason.TRUNCATED
                                    : DicomReason.LONGER_THAN_THE_FILE,
                            position,
                            isPixels(tag) ? length - left : length,
                            left)
                    .withRule("PS3.5 7.1.1");
        return refuse(DicomReason.LONGER_THAN_ITS_ITEM, position, length, left)
                .withRule("PS3.5 7.5.1");
    }

    private void undefinedLength(Level level, long end, int depth) throws IOException {
        int of = tag;
        var kind = vr;
        if (kind == Vr.SQ || kind == Vr.UN || !explicit && !isPixels(of)) {
            boolean wasExplicit = explicit;
            boolean wasBigEndian = bigEndian;
            if (kind == Vr.UN && explicit) { // PS3.5 6.2.2: always implicit little endian
                warn(Warning.Kind.UNKNOWN_AS_SEQUENCE, position);
                explicit = false;
                bigEndian = false;
            }
            var items = sequence(level, end, true, depth);
            explicit = wasExplicit;
            bigEndian = wasBigEndian;
            level.assembly.add(of, Vr.SQ, items);
            return;
        }
        if (kind != Vr.OB && kind != Vr.OW)
            throw refuse(DicomReason.UNDEFINED_LENGTH, position, kind.name())
                    .withRule("PS3.5 7.1.2");
        level.assembly.add(of, kind, fragments(end));
    }

    /// A value of UN that the dictionary knows as a sequence (PS3.5 6.2.2), if it reads as one.
    private boolean unknownSequence(Level level, int depth) throws IOException {
        if (Dictionary.standard().implicitVr(tag, false) != Vr.SQ) return false;
        int of = tag;
        long start = position;
        long bytes = length;
        boolean wasExplicit = explicit;
        boolean wasBigEndian = bigEndian;
        int warned = warnings.size();
        explicit = false;
        bigEndian = false;
        try {
            var items = sequence(level, start + bytes, false, depth);
            level.assembly.add(of, Vr.SQ, items);
            return true;
        } catch (DicomFormatException noSequence) {
            if (noSequence.reason() == DicomReason.TOO_MANY_ELEMENTS) throw noSequence;
            while (warnings.size() > warned) warnings.removeLast();
            levels = depth;
            tag = of;
            vr = Vr.UN;
            length = bytes;
            position = start;
            return false;
        } finally {
            explicit = wasExplicit;
            bigEndian = wasBigEndian;
        }
    }

    private Value.Items sequence(Level around, long end, boolean undefined, int depth)
            throws IOException {
        if (depth >= limits.depth())
            throw refuse(DicomReason.TOO_DEEP, position, limits.depth()).withRule("PS3.5 7.5");
        int of = tag;
        var items = new ArrayList<DataSet>();
        while (true) {
            if (position >= end || end - position < 8) {
                if (undefined) warn(Warning.Kind.MISSING_DELIMITER, position);
                else if (position < end) warn(Warning.Kind.TRAILING_BYTES, position);
                if (!undefined) position = end;
                break;
            }
            int i = window.need(position, 8);
            int next = tagAt(window.bytes(), i);
            long bytes = int32(window.bytes(), i + 4) & 0xFFFFFFFFL;
            if (next == SEQUENCE_END) {
                position += 8;
                if (undefined) break;
                warn(Warning.Kind.STRAY_DELIMITER, position - 8);
                continue;
            }
            if (next != ITEM) {
                tag = of;
                throw refuse(DicomReason.NOT_AN_ITEM, position, new Tag(next))
                        .withRule("PS3.5 7.5.1");
            }
            if (++elements > limits.elements())
                throw refuse(DicomReason.TOO_MANY_ELEMENTS, position, limits.elements());
            if (of == 0x00041220) directoryRecords.add(position);
            position += 8;
            path[levels++] = (long) of << 32 | items.size() + 1;
            tag = next;
            length = bytes;
            if (bytes != UNDEFINED && bytes > end - position) throw tooLong(end);
            items.add(
                    item(
                            around,
                            bytes == UNDEFINED ? end : position + bytes,
                            bytes == UNDEFINED,
                            depth + 1));
            levels--;
        }
        tag = of;
        return new Value.Items(items);
    }

    private DataSet item(Level around, long end, boolean undefined, int depth) throws IOException {
        var level = new Level(around.characterSet, around.signed);
        long start = position;
        while (true) {
            if (end - position < 8) {
                if (undefined) warn(Warning.Kind.MISSING_DELIMITER, position);
                else if (position < end) warn(Warning.Kind.TRAILING_BYTES, position);
                if (!undefined) position = end;
                break;
            }
            if (undefined && nextTag() == SEQUENCE_END) {
                warn(Warning.Kind.MISSING_DELIMITER, position);
                break;
            }
            header(end);
            if (tag == ITEM_END) {
                if (undefined) break;
                warn(Warning.Kind.STRAY_DELIMITER, position - 8);
                continue;
            }
            if (tag == SEQUENCE_END) {
                warn(Warning.Kind.STRAY_DELIMITER, position - 8);
                continue;
            }
            value(level, end, depth);
        }
        return level.finish(start);
    }

    /// PS3.5 A.4: a Basic Offset Table, then fragments, then a delimiter.
    private Value.Fragments fragments(long end) throws IOException {
        @Nullable BulkData table = null;
        var data = new ArrayList<BulkData>();
        while (true) {
            if (end - position < 8) {
                warn(Warning.Kind.MISSING_DELIMITER, position);
                break;
            }
            var head = window.peek(position);
            int next = tagAt(head, 0);
            long bytes = int32(head, 4) & 0xFFFFFFFFL;
            if (next == SEQUENCE_END) {
                position += 8;
                break;
            }
            if (next != ITEM)
                throw refuse(DicomReason.NOT_AN_ITEM, position, new Tag(next))
                        .withRule("PS3.5 A.4");
            position += 8;
            if (bytes > end - position)
                throw refuse(DicomReason.TRUNCATED, position, bytes - (end - position))
                        .withRule("PS3.5 A.4");
            if (++elements > limits.elements())
                throw refuse(DicomReason.TOO_MANY_ELEMENTS, position, limits.elements());
            var bulk = window.origin().bulk(position, bytes);
            if (table == null) table = bulk;
            else data.add(bulk);
            position += bytes;
        }
        return new Value.Fragments(table == null ? BulkData.of(new byte[0]) : table, data);
    }

    private int nextTag() throws IOException {
        int i = window.need(position, 8);
        return tagAt(window.bytes(), i);
    }

    private int tagAt(byte[] bytes, int i) {
        return int16(bytes, i) << 16 | int16(bytes, i + 2);
    }

    private int int16(byte[] bytes, int i) {
        int first = bytes[i] & 0xFF;
        int second = bytes[i + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    private int int32(byte[] bytes, int i) {
        return bigEndian
                ? int16(bytes, i) << 16 | int16(bytes, i + 2)
                : int16(bytes, i + 2) << 16 | int16(bytes, i);
    }

    private String place() {
        var places = new ArrayList<String>();
        for (int i = 0; i < levels; i++)
            places.add(new Tag((int) (path[i] >>> 32)) + "[" + (int) path[i] + "]");
        if (tag != 0 && tag >>> 16 != 0xFFFE) places.add(new Tag(tag).toString());
        return String.join(" ", places);
    }

    private DicomFormatException refuse(DicomReason reason, long offset, Object... arguments) {
        return new DicomFormatException(reason, offset, arguments).at(place());
    }

    private void warn(Warning.Kind kind, long offset) {
        if (warnings.size() < MOST_WARNINGS) warnings.add(new Warning(kind, place(), offset));
    }
}
