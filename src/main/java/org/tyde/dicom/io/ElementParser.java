package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;

import java.io.IOException;
import java.util.List;

/// Elements from bytes (PS3.5 7). A header that the end of the file cuts off is refused, for what is
/// missing could be the other half of a finding; pixel data that it cuts off is kept as far as it goes,
/// with a warning, and so is all before bytes behind the pixel data that make no sense.
final class ElementParser {
    private final Cursor at;
    private final Trail trail;
    private final Heads heads;
    private final Ends ends;
    private final AnyValue value;
    private final Sequences sequences;
    private final TransferSyntax syntax;

    ElementParser(
            Window window,
            long start,
            TransferSyntax syntax,
            ReaderLimits limits,
            List<Warning> warnings,
            List<Long> directoryRecords) {
        this.syntax = syntax;
        this.at = new Cursor(window, start, syntax.explicit(), syntax.bigEndian());
        this.trail = new Trail(at, limits, warnings);
        this.heads = new Heads(at, trail);
        this.ends = new Ends(at, trail);
        this.value = new AnyValue(at, trail, heads, ends, directoryRecords);
        this.sequences = value.sequences();
    }

    /// Words of the pixel data are big endian though all else is little endian.
    void pixelsBigEndian() {
        value.values().pixelsBigEndian();
    }

    long position() {
        return at.position;
    }

    /// Group 0002 from here on (PS3.10 7.1).
    DataSet metaInformation() throws IOException {
        var level = sequences.outermost(SpecificCharacterSet.UNDECLARED);
        long start = at.position;
        long size = at.window.size();
        long announced = -1;
        while (at.position + 8 <= size) {
            var next = at.window.peek(at.position);
            if (next[0] != 2 || next[1] != 0) break;
            boolean another = at.explicit && !EncodingGuess.namesVr(next, 4);
            if (at.position == announced && another) break; // the data set begins with group 0002
            heads.read(size);
            if (at.tag == Tag.FILE_META_INFORMATION_GROUP_LENGTH.value()
                    && at.length == 4
                    && size - at.position >= 4) {
                int i = at.window.need(at.position, 4);
                announced = at.position + 4 + at.int32(at.window.bytes(), i);
            }
            value.read(level, size);
        }
        if (announced != at.position) trail.warn(Warning.Kind.META_LENGTH, start);
        return sequences.finish(level, start);
    }

    /// The data set from here to the end of the file, or to the pixel data.
    DataSet dataSet(boolean headerOnly) throws IOException {
        var level = sequences.outermost(SpecificCharacterSet.UNDECLARED);
        long start = at.position;
        long end = at.window.size();
        boolean stopped = false;
        while (at.position < end) {
            if (end - at.position < 8) {
                ends.leftOver(end);
                break;
            }
            stopped = headerOnly && Cursor.isPixels(at.nextTag());
            if (stopped) {
                ends.ofPixelsAhead(end);
                break;
            }
            if (ends.behindPixels()) trailing(level, end);
            else element(level, end);
        }
        var set = sequences.finish(level, start);
        boolean image = set.has(Tag.ROWS) && set.has(Tag.BITS_ALLOCATED);
        at.tag = 0;
        if (image && !stopped && !ends.behindPixels())
            trail.warn(Warning.Kind.NO_PIXELS, at.position);
        return set;
    }

    private void element(Level level, long end) throws IOException {
        heads.read(end);
        if (at.tag >>> 16 == 0xFFFE) {
            trail.warn(Warning.Kind.STRAY_DELIMITER, at.position - 8);
        } else if (at.tag >>> 16 == 2) {
            trail.warn(Warning.Kind.META_IN_DATA_SET, at.position);
            value.read(sequences.outermost(SpecificCharacterSet.UNDECLARED), end);
        } else {
            boolean pixels = at.atPixels();
            boolean encapsulated = at.length == Cursor.UNDEFINED;
            if (pixels && encapsulated != syntax.encapsulated() && syntax.known())
                trail.warn(Warning.Kind.PIXELS_OTHERWISE, at.position);
            value.read(level, end);
            if (pixels) ends.passPixels();
        }
    }

    /// What lies behind the pixel data must not cost them: where it makes no sense, it is left out.
    private void trailing(Level level, long end) throws IOException {
        long start = at.position;
        int said = trail.said();
        try {
            if (Integer.compareUnsigned(at.nextTag(), Tag.PIXEL_DATA.value()) > 0) {
                element(level, end);
                return;
            }
        } catch (DicomFormatException noElement) {
            if (Sequences.isLimit(noElement)) throw noElement;
            trail.back(said, 0);
        }
        at.tag = 0;
        trail.warn(Warning.Kind.TRAILING_BYTES, start);
        at.position = end;
    }
}
